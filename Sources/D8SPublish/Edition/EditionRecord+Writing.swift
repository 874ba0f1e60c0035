import D8SModel

extension EditionRecord {
    /// The text of `edition.json`: keys in a fixed order, a file a line, no clock.
    func json(of night: Night, summary: EditionSummary) -> [UInt8] {
        let counts = Severity.allCases.reversed().map {
            "\(quoted($0.word)): \(summary.items[$0] ?? 0)"
        }
        let editions = list(past) {
            "\"night\": \(quoted($0.night.description)), \"sha256\": \(quoted($0.sha256))"
        }
        let files = list(self.files) {
            "\"path\": \(quoted($0.path)), \"size\": \($0.size), \"sha256\": \(quoted($0.sha256))"
        }
        let text = """
            {
              "format": \(quoted(Self.format)),
              "organisation": \(quoted(night.organisation)),
              "night": \(quoted(night.day.description)),
              "as_of": \(quoted(night.asOf.description)),
              "valid_until": \(quoted(night.validUntil.description)),
              "zone": \(quoted(night.zone.identifier)),
              "url": \(night.url.map(quoted) ?? "null"),
              "generator": \(quoted(night.generator)),
              "headline": \(quoted(summary.headline)),
              "items": {\(counts.joined(separator: ", "))},
              "editions": \(editions),
              "files": \(files)
            }

            """
        return Array(text.utf8)
    }

    /// An object a line, written one after the other: a large site has ten thousand files.
    private func list<Element>(_ elements: [Element], _ members: (Element) -> String) -> String {
        var text = "["
        for (number, element) in elements.enumerated() {
            text += number == 0 ? "\n    {" : ",\n    {"
            text += members(element)
            text += "}"
        }
        return text + (elements.isEmpty ? "]" : "\n  ]")
    }
}

/// A JSON string (RFC 8259, section 7).
private func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5c }) else {
        return "\"\(text)\""
    }
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\0"..<" ":
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
