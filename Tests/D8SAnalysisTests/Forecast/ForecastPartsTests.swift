import Foundation
import Testing

@testable import D8SAnalysis

struct ForecastPartsTests {
    /// The annual flow of the Nile, 1871–1970 (Cobb 1978).
    static let nile: [Double] = [
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960,
        1180, 799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694,
        940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764,
        821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822,
        1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
    ]

    @Test func `the search finds the minimum of Rosenbrock's valley`() {
        let found = NelderMead(from: [-1.2, 1], steps: [0.5, 0.5], limit: 500, tolerance: 1e-14) {
            let (x, y) = ($0[0], $0[1])
            return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
        }
        #expect(abs(found.best[0] - 1) < 1e-4)
        #expect(abs(found.best[1] - 1) < 1e-4)
    }

    // scipy.stats.t.ppf(q, df) for q in (.9, .975)
    @Test(arguments: [
        (1.0, 3.0776835, 12.7062047), (2, 1.8856181, 4.3026527), (2.5, 1.7302509, 3.5746548),
        (3, 1.6377444, 3.1824463), (5, 1.4758840, 2.5705818), (10, 1.3721836, 2.2281389),
        (30, 1.3104150, 2.0422725),
    ])
    func `Student's quantiles are SciPy's`(degrees: Double, at90: Double, at975: Double) {
        #expect(abs(StudentQuantile.ninety.value(degrees: degrees) / at90 - 1) < 2e-3)
        #expect(abs(StudentQuantile.upper.value(degrees: degrees) / at975 - 1) < 2e-3)
    }

    // statsmodels.tsa.stattools.kpss(nile, regression="c", nlags=2)
    @Test func `the test for a steady level is statsmodels'`() {
        #expect(abs(Stationarity.statistic(Self.nile) - 1.3152264631776724) < 1e-12)
        #expect(Stationarity.isRejected(Self.nile))
    }

    // statsmodels.regression.linear_model.burg(nile - nile.mean(), order=3, demean=False)
    @Test func `Burg's coefficients are statsmodels'`() {
        let mean = Self.nile.reduce(0, +) / 100
        let burg = Burg(Self.nile.map { $0 - mean }, highest: 3)
        let expected = [0.38089842, 0.15002484, 0.11971605]
        #expect(burg.all.count == 3)
        for (ours, theirs) in zip(burg.all, expected) { #expect(abs(ours - theirs) < 1e-8) }
        #expect(burg.coefficients.count <= 3)
    }

    // scipy.optimize.minimize of the recursion of Fiorucci and others (2016), Nelder-Mead from three
    // starts: level 1103.722, alpha 0.245365, theta 1, squares 2038523.76 (statsforecast's
    // DynamicOptimizedTheta stops at 2063326.56).
    @Test func `the dynamic theta model of the Nile is SciPy's`() {
        var theta = DynamicTheta()
        let isFitted = theta.fit(Self.nile, 100)
        #expect(isFitted)
        #expect(abs(theta.alpha - 0.245365) < 2e-3)
        #expect(abs(theta.theta - 1) < 1e-3)
        #expect(abs(theta.level - 1103.722) < 2)
    }

    // statsforecast: AutoETS(season_length=1).fit(nile): ETS(M,N,N), aicc 1458.55
    @Test func `exponential smoothing of the Nile is chosen as statsforecast does`() throws {
        var smoothing = AutomaticSmoothing(period: 1)
        let isFitted = smoothing.fit(ForecastSeries(Self.nile, seasons: [], known: 100))
        #expect(isFitted)
        let model = try #require(smoothing.model)
        #expect(model.form.name == "MNN")
        #expect(abs(model.criterion - 1458.552) < 0.5)
        #expect(abs(model.weights.alpha - 0.1506) < 0.01)
    }

    @Test func `a straight line is found in spite of gaps`() {
        var values = (1...50).map { 3 + 2 * Double($0) }
        values[7] = .nan
        values[30] = .nan
        let line = StraightLine(values, 50)
        #expect(abs(line.slope - 2) < 1e-12)
        #expect(abs(line.intercept - 3) < 1e-10)
    }

    @Test func `a season that is chance is shrunk to none, one that is there is found`() throws {
        var numbers = SeededNumbers(seed: 5)
        let noise = (0..<240).map { _ in numbers.normal() }
        let none = SeasonalTerms(noise, 240, seasons: [12])
        #expect(none?.terms.allSatisfy { abs($0) < 0.3 } ?? true)
        let wave = (0..<240).map { month -> Double in
            let season = 5 * sin(Double(month) * .pi / 6)
            return season + noise[month] * 0.1 + 20
        }
        let season = try #require(SeasonalTerms(wave, 240, seasons: [12]))
        for phase in 0..<12 {
            let found = season.seasoned(20, at: phase) - 20
            let planted = 5 * sin(Double(phase) * .pi / 6)
            #expect(abs(found - planted) < 0.2)
        }
    }
}
