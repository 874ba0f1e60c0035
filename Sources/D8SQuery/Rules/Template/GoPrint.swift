/// `print` and `printf` of Go.
enum GoPrint {
    /// As `%v` writes it.
    static func text(_ value: TemplateValue) -> String {
        switch value {
        case .absent: "<nil>"
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): "\(value)"
        case .number(let value): GoNumber.text(value)
        case .text(let text): text
        case .labels(let labels): table(labels.mapValues { $0 })
        case .arguments(let arguments): table(arguments.mapValues(text))
        case .list(let list): "[" + list.map(text).joined(separator: " ") + "]"
        case .samples(let samples):
            "[" + samples.map { text(.sample($0)) }.joined(separator: " ") + "]"
        case .sample(let sample):
            "{\(table(sample.labels)) \(GoNumber.text(sample.value))}"
        case .data(let data):
            "{\(table(data.labels)) \(table(data.externalLabels)) \(data.externalURL) "
                + "\(GoNumber.text(data.value))}"
        case .time(let nanoseconds): GoTime.text(nanoseconds)
        }
    }

    private static func table(_ entries: [String: String]) -> String {
        let sorted = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return "map[" + sorted.map { "\($0.key):\($0.value)" }.joined(separator: " ") + "]"
    }

    /// `print`: a space between two that are no texts.
    static func joined(_ values: [TemplateValue]) -> String {
        var joined = "", wasText = true
        for value in values {
            var isText = false
            if case .text = value { isText = true }
            if !isText, !wasText { joined += " " }
            joined += text(value)
            wasText = isText
        }
        return joined
    }

    /// `printf`.
    static func formatted(_ form: String, _ arguments: [TemplateValue]) -> String {
        var text = "", used = 0
        var rest = Substring(form)
        while let character = rest.popFirst() {
            guard character == "%" else {
                text.append(character)
                continue
            }
            var directive = Directive(&rest, arguments, &used)
            guard let verb = rest.popFirst() else {
                text += "%!(NOVERB)"
                break
            }
            if verb == "%" {
                text += "%"
            } else if used < arguments.count {
                text += directive.text(arguments[used], verb)
                used += 1
            } else {
                text += "%!\(verb)(MISSING)"
            }
        }
        guard used < arguments.count else { return text }
        let extra = arguments[used...].map { "\($0.type)=\(self.text($0))" }
        return text + "%!(EXTRA \(extra.joined(separator: ", ")))"
    }
}

extension GoPrint {
    /// What stands between `%` and its verb.
    fileprivate struct Directive {
        private var flags = ""
        private var width = 0
        private var precision: Int?

        /// Widths beyond this are no use, only large.
        private static let widthLimit = 1000

        init(_ rest: inout Substring, _ arguments: [TemplateValue], _ used: inout Int) {
            while let flag = rest.first, "+-# 0".contains(flag) {
                flags.append(flag)
                rest.removeFirst()
            }
            width = Self.number(&rest, arguments, &used) ?? 0
            guard rest.first == "." else { return }
            rest.removeFirst()
            precision = Self.number(&rest, arguments, &used) ?? 0
        }

        private static func number(
            _ rest: inout Substring,
            _ arguments: [TemplateValue],
            _ used: inout Int
        ) -> Int? {
            if rest.first == "*" {
                rest.removeFirst()
                guard used < arguments.count, case .integer(let value) = arguments[used] else {
                    return nil
                }
                used += 1
                return Int(min(max(value, 0), Int64(widthLimit)))
            }
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            return digits.isEmpty ? nil : min(Int(digits) ?? widthLimit, widthLimit)
        }

        mutating func text(_ value: TemplateValue, _ verb: Character) -> String {
            guard let plain = plain(value, verb) else {
                return "%!\(verb)(\(value.type)=\(GoPrint.text(value)))"
            }
            return padded(plain, isNumber: isNumber(value))
        }

        private func isNumber(_ value: TemplateValue) -> Bool {
            switch value {
            case .integer, .number: true
            default: false
            }
        }

        private func plain(_ value: TemplateValue, _ verb: Character) -> String? {
            if verb == "T" { return value.type }
            let signs = flags.filter { "+ #".contains($0) }
            switch (value, verb) {
            case (.number(let number), "f"), (.number(let number), "F"), (.number(let number), "e"),
                (.number(let number), "E"), (.number(let number), "g"), (.number(let number), "G"):
                return GoNumber.text(number, flags: signs, precision: precision, verb: verb)
            case (.number(let number), "v"):
                return GoNumber.text(number, flags: signs, precision: precision, verb: "g")
            case (.integer(let whole), "d"), (.integer(let whole), "v"):
                return signed(whole, radix: 10)
            case (.integer(let whole), "x"): return signed(whole, radix: 16)
            case (.integer(let whole), "X"): return signed(whole, radix: 16).uppercased()
            case (.integer(let whole), "o"): return signed(whole, radix: 8)
            case (.integer(let whole), "b"): return signed(whole, radix: 2)
            case (.integer(let whole), "c"):
                return UInt32(exactly: whole).flatMap(Unicode.Scalar.init).map { String($0) }
            case (.bool, "t"), (.bool, "v"): return GoPrint.text(value)
            case (.text(let text), "s"), (.text(let text), "v"):
                return precision.map { String(text.prefix($0)) } ?? text
            case (.text(let text), "q"): return GoQuoted.quoted(text)
            case (.text(let text), "x"):
                return text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            case (.integer, _), (.number, _), (.bool, _), (.text, _), (.absent, "s"): return nil
            case (_, "v"), (_, "s"): return GoPrint.text(value)
            default: return nil
            }
        }

        private func signed(_ value: Int64, radix: Int) -> String {
            let text = String(value, radix: radix)
            if value < 0 { return text }
            return flags.contains("+") ? "+" + text : flags.contains(" ") ? " " + text : text
        }

        private func padded(_ text: String, isNumber: Bool) -> String {
            let missing = max(0, width - text.count)
            guard missing > 0 else { return text }
            if flags.contains("-") { return text + String(repeating: " ", count: missing) }
            guard flags.contains("0"), isNumber, text.last?.isNumber == true else {
                return String(repeating: " ", count: missing) + text
            }
            let sign = text.prefix { "+-".contains($0) }
            return sign + String(repeating: "0", count: missing) + text.dropFirst(sign.count)
        }
    }
}
