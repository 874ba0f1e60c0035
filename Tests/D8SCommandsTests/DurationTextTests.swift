import Testing

@testable import D8SCommands

struct DurationTextTests {
    @Test(arguments: [
        ("90d", 7_776_000.0), ("24h", 86_400), ("1h30m", 5400), ("2w", 1_209_600), ("45s", 45),
        ("250ms", 0.25), ("1.5h", 5400), ("1 d", 86_400),
    ])
    func `lengths of time are read as Prometheus writes them`(text: String, seconds: Double) {
        #expect(DurationText.seconds(text) == seconds)
    }

    @Test(arguments: ["", "90", "d", "-3d", "0d", "3x", "1e9d", "٣d", "∞", "99999999999999w"])
    func `anything else is no length of time`(text: String) {
        #expect(DurationText.seconds(text) == nil)
    }

    @Test(arguments: [(7_776_000.0, "90d"), (129_600, "36h"), (1800, "30m"), (0.5, "0.5s")])
    func `a length of time is written in its largest whole unit`(seconds: Double, text: String) {
        #expect(DurationText.text(seconds) == text)
    }
}
