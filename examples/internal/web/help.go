package web

// helpRows are examples of the query language.
var helpRows = [][2]string{
	{`training mission`, "both words, anywhere in the quote and around it, or in the article"},
	{`"training mission"`, "the phrase"},
	{`said:"NATO mission"`, "words of what was said"},
	{`speaker:"Jens Stoltenberg"`, "who said it, by any of the names that the article uses"},
	{`role:minister`, "words of the speaker's titles"},
	{`about:Iraq`, "a person, organization or place named in the quote or beside it"},
	{`person:Allawi org:NATO place:Baghdad`, "names of one kind"},
	{`country:IQ`, "a place in a country, by its ISO code"},
	{`near:33.3,44.4,50km`, "a place in a circle"},
	{`published:2020-02 published:2019..2020`, "date of publication: a day, month, year or range"},
	{`mentioned:2016`, "a date of the text"},
	{`source:"CBC News"`, "the publisher"},
	{`kind:direct`, "direct, mixed or indirect speech"},
	{`said:(ISIS OR "Islamic State") -speaker:Davidson`, "alternatives in parentheses, - or NOT for exclusion"},
	{`stolten* talibn~`, "the beginning of a word; a word with a letter wrong"},
}

// fieldHelp are the fields of the query language, for the suggestions of an empty search box.
var fieldHelp = [][2]string{
	{"speaker:", "who said it"},
	{"said:", "words of what was said"},
	{"about:", "who or what it is about"},
	{"person:", "a person is named"},
	{"org:", "an organization is named"},
	{"place:", "a place is named"},
	{"published:", "day, month, year or 2019..2021"},
	{"source:", "the publisher"},
	{"role:", "words of the speaker's titles"},
	{"kind:", "direct, mixed or indirect"},
	{"mentioned:", "a date in the text"},
	{"country:", "ISO code of a place's country"},
	{"section:", "the part of the article"},
	{"near:", "latitude,longitude,50km"},
}
