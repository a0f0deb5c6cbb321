package main

// irregular gives past tense and past participle.
var irregular = map[string][2]string{
	"say": {"said", "said"}, "tell": {"told", "told"}, "write": {"wrote", "written"}, "think": {"thought", "thought"},
	"read": {"read", "read"}, "sing": {"sang", "sung"}, "swear": {"swore", "sworn"}, "begin": {"began", "begun"},
	"find": {"found", "found"}, "forecast": {"forecast", "forecast"}, "feel": {"felt", "felt"}, "mean": {"meant", "meant"},
	"understand": {"understood", "understood"}, "know": {"knew", "known"}, "hear": {"heard", "heard"}, "be": {"was", "been"},
	"go": {"went", "gone"}, "come": {"came", "come"}, "get": {"got", "got"}, "give": {"gave", "given"}, "hold": {"held", "held"},
	"let": {"let", "let"}, "make": {"made", "made"}, "put": {"put", "put"}, "set": {"set", "set"}, "send": {"sent", "sent"},
	"shoot": {"shot", "shot"}, "speak": {"spoke", "spoken"}, "stick": {"stuck", "stuck"}, "sneak": {"sneaked", "sneaked"},
	"take": {"took", "taken"}, "throw": {"threw", "thrown"}, "break": {"broke", "broken"}, "bring": {"brought", "brought"},
	"blow": {"blew", "blown"}, "bear": {"bore", "borne"}, "bet": {"bet", "bet"}, "bite": {"bit", "bitten"}, "cut": {"cut", "cut"},
	"draw": {"drew", "drawn"}, "foretell": {"foretold", "foretold"}, "retell": {"retold", "retold"}, "repay": {"repaid", "repaid"},
	"teach": {"taught", "taught"}, "spell": {"spelled", "spelled"}, "show": {"showed", "shown"}, "rethink": {"rethought", "rethought"},
	"forebode": {"foreboded", "foreboded"}, "weep": {"wept", "wept"}, "input": {"input", "input"}, "outcry": {"outcried", "outcried"},
	"hit": {"hit", "hit"}, "lay": {"laid", "laid"}, "strike": {"struck", "struck"}, "lead": {"led", "led"}, "fight": {"fought", "fought"},
}

// doubles holds the verbs of several syllables that double their last letter, the stress being on the last.
var doubles = map[string]bool{
	"admit": true, "rebut": true, "infer": true, "refer": true, "concur": true, "submit": true, "aver": true, "transmit": true,
	"commit": true, "quip": true, "quiz": true, "propel": true, "impel": true,
}
