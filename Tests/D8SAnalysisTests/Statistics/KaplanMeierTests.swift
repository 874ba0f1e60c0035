import D8SAnalysis
import Testing

struct KaplanMeierTests {
    /// The 6-MP arm of Freireich and others (1963), the example of textbooks: median 23.
    ///
    /// python3: r = scipy.stats.ecdf(scipy.stats.CensoredData(uncensored=…, right=…));
    /// r.sf.confidence_interval(method='log-log'): the lower band is 0.4316 at 13 and the upper one
    /// never falls below 0.6801 (R's survfit: 23, 13 to NA).
    @Test func `the median of the 6-MP patients is 23 weeks`() {
        let weeks: [Double] = [
            6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35,
        ]
        let ended = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
        let curve = KaplanMeier(
            zip(weeks, ended).map { KaplanMeier.Time(seconds: $0, isOver: $1 == 1) }
        )
        #expect(curve.median == 23)
        #expect(curve.low == 13)
        #expect(curve.high == nil)
    }

    /// Ten finished times: the curve is 0.5 from 5 to 6, and the median is the R-7 one, 5.5.
    ///
    /// The same SciPy call: the lower band is first under 0.5 at 1 (0.473), the upper at 8 (0.475).
    @Test func `without unfinished times it is the plain median`() {
        let curve = KaplanMeier((1...10).map { .init(seconds: Double($0), isOver: true) })
        #expect(curve.median == 5.5)
        #expect(curve.low == 1)
        #expect(curve.high == 8)
    }

    @Test func `unfinished times alone have no median`() {
        let curve = KaplanMeier([
            .init(seconds: 5, isOver: false), .init(seconds: 9, isOver: false),
        ])
        #expect(curve.median == nil)
        #expect(curve.low == nil)
    }

    @Test func `nothing, one time, and times that are no numbers`() {
        #expect(KaplanMeier([]).median == nil)
        #expect(KaplanMeier([.init(seconds: 7, isOver: true)]).median == 7)
        let hostile: [KaplanMeier.Time] = [
            .init(seconds: .nan, isOver: true), .init(seconds: .infinity, isOver: true),
        ]
        #expect(KaplanMeier(hostile).median == nil)
    }

    /// An open failure of 10 h beside ones of 1 h and 2 h: S = 2/3 after 1 h, 1/3 after 2 h.
    ///
    /// Dropping the open one would give 1.5 h.
    @Test func `an open failure is not dropped`() {
        let curve = KaplanMeier([
            .init(seconds: 1, isOver: true), .init(seconds: 2, isOver: true),
            .init(seconds: 10, isOver: false),
        ])
        #expect(curve.median == 2)
    }
}
