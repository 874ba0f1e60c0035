import D8SModel
import Testing

@testable import D8SQuery

struct ExpressionTests {
    @Test(arguments: [
        ("1 + 2 * 3", "1 + 2 * 3"),
        ("-2^2", "-2 ^ 2"),
        ("2^3^2", "2 ^ 3 ^ 2"),
        ("SUM(x) BY (job, instance)", "sum by (job, instance) (x)"),
        ("sum without () (x)", "sum without () (x)"),
        ("topk(3, x)", "topk(3, x)"),
        ("x{a='b',c!=`d`,e=~\"f\",}", "x{a=\"b\",c!=\"d\",e=~\"f\"}"),
        ("{\"queue.length\", host=\"a\"}", "{__name__=\"queue.length\",host=\"a\"}"),
        ("{\"a.b\"=\"c\"}", "{\"a.b\"=\"c\"}"),
        ("rate(x[1h30m] offset -5m)", "rate(x[1h30m] offset -5m)"),
        ("x @ end() offset 1d", "x @ end() offset 1d"),
        ("max_over_time(rate(x[5m])[1h:30s] @ 1.5)", "max_over_time(rate(x[5m])[1h:30s] @ 1.5)"),
        ("x[600]", "x[10m]"),
        ("a * on (job) group_left (b) c", "a * on (job) group_left (b) c"),
        ("a > bool ignoring (x) b", "a > bool ignoring (x) b"),
        ("a unless b # why", "a unless b"),
        ("1h", "3600"),
        ("0x1F + 1_000 + 1e3 + .5", "31 + 1000 + 1000 + 0.5"),
        ("sum", "sum"),
        ("by + without", "by + without"),
        ("sum{by=\"x\"}", "sum{by=\"x\"}"),
        ("\"a\\n\\x41\\u00e9\"", "\"a\\nAé\""),
    ])
    func `an expression is read, and written in one line`(text: String, written: String) throws {
        let expression = try Expression.parse(text)
        #expect(expression.description == written)
        #expect(try Expression.parse(written).description == written)
    }

    @Test(arguments: [
        ("", 1, 1, "no expression found in input"),
        ("foo{", 1, 5, "unexpected end of input in label matching, expected identifier or \"}\""),
        ("rate(x)", 1, 6, "expected type range vector in call to function \"rate\""),
        ("1 + nosuch(x)", 1, 5, "unknown function with name \"nosuch\""),
        ("x and 1", 1, 3, "set operator \"and\" not allowed in binary scalar expression"),
        ("sum(x)\n  + (y[5m])", 2, 5, "binary expression must contain only scalar and instant"),
        ("1 == 1", 1, 3, "comparisons between scalars must use BOOL modifier"),
        ("{a=\"\"}", 1, 1, "vector selector must contain at least one non-empty matcher"),
        ("x{a=~\"(\"}", 1, 6, "missing closing )"),
        ("sum(x) offset 5m", 1, 8, "offset modifier must be preceded by an instant vector"),
        ("x[5m] offset 1m offset 2m", 1, 17, "offset may not be set multiple times"),
        ("x[0s]", 1, 3, "duration must be greater than 0"),
        ("\"é\" + ; ", 1, 7, "unexpected character: \";\""),
        ("x{__name__=\"y\"}", 1, 1, "metric name must not be set twice: \"x\" or \"y\""),
        ("'abc", 1, 1, "unterminated quoted string"),
        ("a * on (x) group_left (x) b", 1, 3, "must not occur in ON and GROUP clause at once"),
        ("clamp(x, 1)", 1, 1, "expected 3 argument(s) in call to \"clamp\", got 2"),
    ])
    func `what is wrong is said with its line and character`(
        text: String,
        line: Int,
        column: Int,
        reason: String
    ) {
        let fault = #expect(throws: QueryError.self) { try Expression.parse(text) }
        guard case .syntax(_, line, column, let said) = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
        #expect(said.contains(reason))
    }

    @Test(arguments: ["(", "-", "a + ", "sum(", "x["])
    func `a hostile expression is refused, not followed`(part: String) {
        let text = String(repeating: part, count: 100_000)
        #expect(throws: QueryError.self) { try Expression.parse(text) }
    }
}
