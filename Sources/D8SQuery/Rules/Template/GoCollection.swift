/// `len`, `index` and `slice` of Go's templates.
enum GoCollection {
    static func count(of value: TemplateValue) throws(TemplateFault) -> Int {
        switch value {
        case .text(let text): return text.utf8.count
        case .labels(let labels): return labels.count
        case .arguments(let arguments): return arguments.count
        case .list(let list): return list.count
        case .samples(let samples): return samples.count
        case .absent: throw TemplateFault("len of nil pointer")
        default: throw TemplateFault("len of type \(value.type)")
        }
    }

    static func element(
        of value: TemplateValue,
        at key: TemplateValue
    ) throws(TemplateFault) -> TemplateValue {
        switch value {
        case .labels(let labels): return .text(labels[try TemplateFunctions.string(key)] ?? "")
        case .arguments(let arguments):
            return arguments[try TemplateFunctions.string(key)] ?? .absent
        case .list(let list): return list[try index(key, list.count)]
        case .samples(let samples): return .sample(samples[try index(key, samples.count)])
        case .text(let text):
            let bytes = Array(text.utf8)
            return .integer(Int64(bytes[try index(key, bytes.count)]))
        case .absent: throw TemplateFault("index of untyped nil")
        default: throw TemplateFault("can't index item of type \(value.type)")
        }
    }

    static func slice(_ arguments: [TemplateValue]) throws(TemplateFault) -> TemplateValue {
        let count = try count(of: arguments[0])
        var bounds = [0, count]
        for (place, key) in arguments.dropFirst().prefix(2).enumerated() {
            bounds[place] = try index(key, count + 1)
        }
        guard bounds[0] <= bounds[1] else {
            throw TemplateFault("invalid slice index: \(bounds[0]) > \(bounds[1])")
        }
        switch arguments[0] {
        case .text(let text):
            return .text(String(decoding: Array(text.utf8)[bounds[0]..<bounds[1]], as: UTF8.self))
        case .list(let list): return .list(Array(list[bounds[0]..<bounds[1]]))
        case .samples(let samples): return .samples(Array(samples[bounds[0]..<bounds[1]]))
        default: throw TemplateFault("can't slice item of type \(arguments[0].type)")
        }
    }

    private static func index(_ key: TemplateValue, _ count: Int) throws(TemplateFault) -> Int {
        guard case .integer(let number) = key else {
            throw TemplateFault("cannot index slice/array with type \(key.type)")
        }
        guard let index = Int(exactly: number), (0..<count).contains(index) else {
            throw TemplateFault("index out of range: \(number)")
        }
        return index
    }
}
