import Testing

@testable import D8SQuery

struct ExpressionNamesTests {
    @Test(arguments: [
        ("up == 0", false), ("{__name__=\"ALERTS\"}", true), ("ALERTS{severity=\"info\"}", true),
        ("{__name__=~\".+\"}", true), ("{job=\"a\"}", true), ("{__name__!=\"up\"}", true),
        ("{__name__=~\"pg_settings_.*\",__name__!=\"pg_settings_x\"}", false),
        ("{__name__=~\"ALER.*\"}", true), ("{__name__=~\"A?LERTS\"}", true),
        ("{__name__=~\"pg_x|ALERTS\"}", true), ("{__name__ !~ \"pg_.*\"}", true),
    ])
    func `an expression may read a metric only if its selectors allow it`(
        expression: String,
        mayRead: Bool
    ) {
        #expect(ExpressionNames(expression).mayRead("ALERTS") == mayRead)
    }

    @Test func `the longest time that is looked back is known`() {
        let names = ExpressionNames("rate(a[5m]) / rate(b[1h30m] offset 1d)")
        #expect(names.longest == 86_400_000)
        #expect(names.reach == 86_400_000 + 5_700_000)
        #expect(ExpressionNames("up").longest == 0)
    }
}
