internal import D8SModel

extension QueryAnswer {
    /// The answer as Prometheus' HTTP API gives it, in one line without a newline.
    package var json: String {
        var json = JSONWriter()
        json.raw(
            "{\"status\":\"success\",\"data\":{\"resultType\":\"\(value.typeName)\",\"result\":"
        )
        value.write(to: &json)
        json.raw("}")
        for (name, texts) in [("warnings", warnings), ("infos", infos)] where !texts.isEmpty {
            json.raw(",\"\(name)\":[")
            json.list(texts) { $0.text($1) }
            json.raw("]")
        }
        json.raw("}")
        return json.string
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
        var json = JSONWriter()
        json.raw("{\"status\":\"error\",\"errorType\":\"\(type)\",\"error\":")
        json.text(description)
        json.raw("}")
        return json.string
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

    fileprivate func write(to json: inout JSONWriter) {
        switch self {
        case .scalar(let time, let value): json.point(time, value)
        case .string(let time, let text):
            json.raw("[")
            json.seconds(time)
            json.raw(",")
            json.text(text)
            json.raw("]")
        case .vector(let samples):
            json.raw("[")
            json.list(samples) { json, sample in
                json.metric(sample.series)
                json.raw(",\"value\":")
                json.point(sample.time, sample.value)
                json.raw("}")
            }
            json.raw("]")
        case .matrix(let all):
            json.raw("[")
            json.list(all) { json, series in
                json.metric(series.series)
                json.raw(",\"values\":[")
                json.list(zip(series.times, series.values)) { $0.point($1.0, $1.1) }
                json.raw("]}")
            }
            json.raw("]")
        }
    }
}

extension JSONWriter {
    /// The beginning of an object whose first member are the labels, the metric's name first.
    fileprivate mutating func metric(_ series: Series) {
        let name = series.metric.isEmpty ? [] : [Label("__name__", series.metric)]
        raw("{\"metric\":{")
        list(name + series.labels) { json, label in
            json.text(label.name)
            json.raw(":")
            json.text(label.value)
        }
        raw("}")
    }

    fileprivate mutating func point(_ time: Int64, _ value: Double) {
        raw("[")
        seconds(time)
        raw(",\"")
        number(value)
        raw("\"]")
    }
}
