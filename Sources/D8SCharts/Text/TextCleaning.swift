extension String {
    /// The text as one line that is safe to draw: no control characters, no bidirectional
    /// overrides, no characters that Unicode has set aside; at most `limit` characters.
    ///
    /// Line breaks and tabs become spaces. An override (U+202E) could make a label read as another
    /// one, so none is drawn; letters that are written from right to left need none.
    package func cleanedForDrawing(limit: Int = 1000) -> String {
        if utf8.count <= limit, utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return self }
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars.prefix(limit * 4) {
            if scalar.isLineBreakOrTab {
                scalars.append(" ")
            } else if !scalar.isUndrawable {
                scalars.append(scalar)
            }
        }
        return String(String(scalars).prefix(limit))
    }
}

extension Unicode.Scalar {
    fileprivate var isLineBreakOrTab: Bool {
        switch value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    fileprivate var isUndrawable: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x206F: true
        case 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF, 0xE0000...0xE0FFF: true
        default: value & 0xFFFE == 0xFFFE
        }
    }
}
