internal import D8SModel

extension QueryAnswer {
    /// The answer as Prometheus' HTTP API gives it, in one line without a newline.
    package var json: String {
        let data =
            "{\"resultType\":\"\(value.typeName)\",\"result\":\(value.json)}"
        return "{\"status\":\"success\",\"data\":\(data)"
            + Self.list("warnings", warnings) + Self.list("infos", infos) + "}"
    }

    private static func list(_ name: String, _ texts: [String]) -> String {
        guard !texts.isEmpty else { return "" }
        return ",\"\(name)\":[\(texts.map(JSONText.quoted).joined(separator: ","))]"
    }
}

extension QueryError {
    /// The error as Prometheus' HTTP API gives it, in one line without a newline.
    package var json: String {
        let type =
            switch self {
            case .syntax: "bad_data"
            case .evaluation, .tooMuch: "execution"
            case .storage: "internal"
            }
        return "{\"status\":\"error\",\"errorType\":\"\(type)\","
            + "\"error\":\(JSONText.quoted(description))}"
    }
}

extension QueryValue {
    /// `resultType` of Prometheus' HTTP API.
    package var typeName: String {
        switch self {
        case .scalar: "scalar"
        case .string: "string"
        case .vector: "vector"
        case .matrix: "matrix"
        }
    }

    fileprivate var json: String {
        switch self {
        case .scalar(let time, let value): return Self.point(time, value)
        case .string(let time, let text):
            return "[\(Self.time(time)),\(JSONText.quoted(text))]"
        case .vector(let samples):
            let parts = samples.map { sample in
                let point = Self.point(sample.time, sample.value)
                return "{\"metric\":\(sample.series.json),\"value\":\(point)}"
            }
            return "[\(parts.joined(separator: ","))]"
        case .matrix(let all):
            let parts = all.map { series in
                let points = zip(series.times, series.values).map { Self.point($0, $1) }
                let list = points.joined(separator: ",")
                return "{\"metric\":\(series.series.json),\"values\":[\(list)]}"
            }
            return "[\(parts.joined(separator: ","))]"
        }
    }

    private static func point(_ time: Int64, _ value: Double) -> String {
        "[\(self.time(time)),\"\(NumberText.answer(value))\"]"
    }

    /// Seconds, with three decimals if they are not whole.
    private static func time(_ milliseconds: Int64) -> String {
        let size = milliseconds.magnitude
        let sign = milliseconds < 0 ? "-" : ""
        guard size % 1000 != 0 else { return "\(sign)\(size / 1000)" }
        let rest = String(size % 1000)
        return "\(sign)\(size / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
    }
}

extension Series {
    /// An object of its labels, the metric's name first.
    fileprivate var json: String {
        let name = metric.isEmpty ? [] : [Label("__name__", metric)]
        let parts = (name + labels).map { label in
            "\(JSONText.quoted(label.name)):\(JSONText.quoted(label.value))"
        }
        return "{\(parts.joined(separator: ","))}"
    }
}

/// Texts in JSON.
enum JSONText {
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{0}"..."\u{1f}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
