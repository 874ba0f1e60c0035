import D8STestSupport
import Foundation
import Testing

@testable import D8SAnalysis

/// Exponential smoothing beside R's `forecast::ets` (fit_ets_results.json of statsmodels, which
/// holds parameters, first states, fitted values, log likelihood and forecasts).
@Suite(.enabled(if: RSmoothing.isThere, "no ../shared/data/statsmodels"))
struct SmoothingAgainstRTests {
    /// Multiplicative trends, which R leaves out of its automatic choice too, are left out.
    static let forms = [
        ("ANN", "FALSE"), ("MNN", "FALSE"), ("AAN", "FALSE"), ("MAN", "FALSE"), ("AAN", "TRUE"),
        ("MAN", "TRUE"), ("ANA", "FALSE"), ("MNA", "FALSE"), ("AAA", "FALSE"), ("MAA", "FALSE"),
        ("AAA", "TRUE"), ("MAA", "TRUE"), ("MNM", "FALSE"), ("MAM", "FALSE"), ("MAM", "TRUE"),
    ]

    @Test(arguments: forms)
    func `with R's parameters the likelihood and the forecasts are R's`(
        name: String,
        damped: String
    ) throws {
        let r = try RSmoothing(name, damped: damped)
        let model = ExponentialSmoothing(r.form, weights: r.weights, start: r.start)
        let likelihood = -0.5 * model.errors(r.values, r.values.count).deviance
        #expect(abs(likelihood - r.likelihood) < 1e-4 * abs(r.likelihood))
        let series = ForecastSeries(r.values, seasons: [], known: r.values.count)
        var path = [0.0, 0, 0, 0]
        path.withUnsafeMutableBufferPointer {
            model.roll(series, .end(r.values.count, horizon: 4), into: $0)
        }
        for (ours, theirs) in zip(path, r.forecast) {
            #expect(abs(ours - theirs) < 5e-4 * abs(theirs))
        }
    }

    @Test(arguments: forms.prefix(6))
    func `a fit is at least as likely as R's`(name: String, damped: String) throws {
        let r = try RSmoothing(name, damped: damped)
        var model = ExponentialSmoothing(r.form, period: 1)
        let isFitted = model.fit(r.values, r.values.count)
        #expect(isFitted)
        #expect(-0.5 * model.deviance > r.likelihood - 0.5)
    }

    /// R searches the first seasonal terms too; here they are those of the decomposition.
    @Test(arguments: ["ANA", "MNM", "AAA", "MAM"])
    func `a seasonal fit is nearly as likely as R's`(name: String) throws {
        let r = try RSmoothing(name, damped: "FALSE")
        var model = ExponentialSmoothing(r.form, period: 4)
        let isFitted = model.fit(r.values, r.values.count)
        #expect(isFitted)
        #expect(-0.5 * model.deviance > r.likelihood - 8)
    }
}

/// One model as R fitted it.
struct RSmoothing {
    let form: SmoothingForm
    let weights: SmoothingWeights
    let start: SmoothingState
    let values: [Double]
    let likelihood: Double
    let forecast: [Double]

    private static let file = SharedData.folder.appendingPathComponent("statsmodels")
    static let isThere = SharedData.has("statsmodels/fit_ets_results_seasonal.json")

    init(_ name: String, damped: String) throws {
        let kind = name.hasSuffix("N") ? "nonseasonal" : "seasonal"
        let file = Self.file.appendingPathComponent("fit_ets_results_\(kind).json")
        let all = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
        let models = try #require(all?[damped] as? [String: Any])
        let model = try #require(models[name] as? [String: Any])
        func numbers(_ key: String) -> [Double] { model[key] as? [Double] ?? [] }
        let letters = Array(name)
        let isDamped = damped == "TRUE"
        form = SmoothingForm(
            isRelative: letters[0] == "M",
            trend: letters[1] == "N" ? .none : isDamped ? .damped : .additive,
            season: letters[2] == "N" ? .none : letters[2] == "A" ? .additive : .multiplicative
        )
        weights = SmoothingWeights(
            alpha: numbers("alpha").first ?? .nan,
            beta: numbers("beta").first ?? 0,
            gamma: numbers("gamma").first ?? 0,
            phi: isDamped ? numbers("phi").first ?? 1 : 1
        )
        let states = numbers("initstate")
        let trends = form.trend == .none ? 1 : 2
        let seasonal = form.season == .none ? [0] : Array(states[trends...].reversed())
        start = SmoothingState(
            level: states[0],
            slope: trends == 2 ? states[1] : 0,
            seasonal: seasonal
        )
        let isRelative = form.isRelative
        values = zip(numbers("fitted"), numbers("residuals")).map {
            isRelative ? $0 * (1 + $1) : $0 + $1
        }
        likelihood = try #require(numbers("loglik").first)
        forecast = numbers("forecast")
    }
}
