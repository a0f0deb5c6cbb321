package resolve

// The rules by which a mention joins an entity, as they stand in Mention.Rule. How often each is right makes an
// entity's Score.
const (
	ruleSurname     = "surname"        // Stoltenberg: Jens Stoltenberg
	ruleGivenName   = "given-name"     // Hillary: Hillary Clinton
	ruleNamePart    = "name-part"      // Robert Mugabe: Robert Gabriel Mugabe
	ruleInitial     = "initial"        // J. Smith: John Smith
	ruleNickname    = "nickname"       // Bob Davidson: Robert Davidson
	ruleSpelling    = "spelling"       // Jen Stoltenberg: Jens Stoltenberg
	ruleRecent      = "recent-surname" // Clinton, where there are two: the one named last
	ruleParenthesis = "parenthesis"    // Human Rights Watch (HRW)
	ruleAlsoKnown   = "also-known"     // Ann Lee, also known as Jo Bo
	ruleSharedName  = "shared-surname" // Bill and Hillary Clinton
	ruleAcronym     = "acronym"        // HRW: Human Rights Watch, without a parenthesis
	ruleKnownName   = "known-name"     // ISIS: Islamic State, by the list of organizations
	ruleLegalForm   = "legal-form"     // Ford Motor Co.: Ford Motor Company
	ruleShortForm   = "short-form"     // Toyota: Toyota Motor Corp.
	ruleInverted    = "inverted"       // Supreme Court of Ohio: Ohio Supreme Court
	ruleHeadNoun    = "head-noun"      // Senate: Puerto Rico Senate
	ruleCountry     = "country-name"   // U.S.: United States
	rulePlaceName   = "place-name"     // Kiev: Kyiv, by their GeoNames id
	ruleDemonym     = "demonym-form"   // Iraqis: Iraqi
	ruleTitle       = "title"          // the secretary-general, where one has that title
	ruleKind        = "kind"           // the company, where there is one
	rulePronoun     = "pronoun"        // he, she: by gender, recency and position
	ruleFronted     = "fronted"        // After he won, Smith ...
	ruleReflexive   = "reflexive"      // himself: the subject
	ruleQuoted      = "quoted-speaker" // I, we in a quotation
	ruleSaidIt      = "said-it"        // NATO said it ...
	ruleOpen        = "open"           // a pronoun without an answer
)

// ruleScore is how often a link by each rule is right, rounded down: of the gold's short forms in the training and
// development parts, on gold mentions; for pronouns, of those that speak. Rules that the gold has too few of are set
// low by hand.
var ruleScore = map[string]float64{
	ruleSurname: 0.99, ruleGivenName: 0.97, ruleNamePart: 0.98, ruleInitial: 0.97, ruleNickname: 0.9, ruleSpelling: 0.93, ruleRecent: 0.9,
	ruleParenthesis: 0.99, ruleAlsoKnown: 0.65, ruleSharedName: 0.9, ruleAcronym: 0.97, ruleKnownName: 0.98, ruleLegalForm: 0.98, ruleShortForm: 0.89,
	ruleHeadNoun: 0.95, ruleInverted: 0.95, ruleCountry: 0.99, rulePlaceName: 0.95, ruleDemonym: 0.99, ruleTitle: 0.9, ruleKind: 0.8, rulePronoun: 0.85, ruleFronted: 0.85,
	ruleReflexive: 0.85, ruleQuoted: 0.85, ruleSaidIt: 0.7, ruleOpen: 0.1,
}

// scoreOf is how sure a link by rule is; a rule of detection says nothing against it.
func scoreOf(rule string) float64 {
	if s, ok := ruleScore[rule]; ok {
		return s
	}
	return 1
}
