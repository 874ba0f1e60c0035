import Yams

/// Makes JSON values of YAML ones, as Kubernetes itself reads YAML.
struct YAMLValueReader {
    private var budget: Int
    /// Why the value could not be made.
    private(set) var reason = "it has too many values"

    private static let depthLimit = 256

    /// - Parameter budget: How many values there may be.
    init(budget: Int) {
        self.budget = budget
    }

    /// The value; nil, with the reason noted, if it is too large or nested too deeply.
    mutating func value(_ node: Node, depth: Int) -> JSONValue? {
        budget -= 1
        guard budget >= 0 else { return nil }
        guard depth < Self.depthLimit else {
            reason = "it is nested too deeply"
            return nil
        }
        switch node {
        case .scalar(let scalar): return Self.value(scalar, node)
        case .sequence(let sequence): return array(sequence, depth)
        case .mapping(let mapping): return object(mapping, depth)
        case .alias: return .null
        }
    }

    private mutating func array(_ sequence: Node.Sequence, _ depth: Int) -> JSONValue? {
        var elements: [JSONValue] = []
        for node in sequence {
            guard let element = value(node, depth: depth + 1) else { return nil }
            elements.append(element)
        }
        return .array(elements)
    }

    private mutating func object(_ mapping: Node.Mapping, _ depth: Int) -> JSONValue? {
        var members: [String: JSONValue] = [:]
        for (key, node) in mapping {
            guard let member = value(node, depth: depth + 1) else { return nil }
            if let name = key.string ?? key.scalar?.string { members[name] = member }
        }
        return .object(members)
    }

    private static func value(_ scalar: Node.Scalar, _ node: Node) -> JSONValue {
        guard scalar.style == .plain || scalar.style == .any else { return .string(scalar.string) }
        switch node.tag.rawValue {
        case Tag.Name.null.rawValue: return .null
        case Tag.Name.bool.rawValue: return .bool(Bool.construct(from: scalar) ?? false)
        case Tag.Name.int.rawValue, Tag.Name.float.rawValue:
            let isNumber = Double(scalar.string)?.isFinite ?? false
            return isNumber ? .number(scalar.string) : .string(scalar.string)
        default: return .string(scalar.string)
        }
    }
}
