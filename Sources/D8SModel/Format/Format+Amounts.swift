extension Format {
    /// Bytes in powers of 1024 (IEC 80000-13): `512 B`, `1.5 GiB`.
    package func bytes(_ value: Double) -> String {
        var scaled = value, suffix = "B"
        for next in ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] where abs(scaled) >= 1023.5 {
            (scaled, suffix) = (scaled / 1024, next)
        }
        return number(scaled) + "\u{a0}" + suffix
    }

    /// Money to the cent below 100, else to 3 significant digits: `$0.42`, `$19.4 k`, `€ 214`.
    package func money(_ value: Double) -> String {
        let sign = value < 0 ? "−" : ""
        let size = abs(value)
        let digits = size < 99.995 && size >= 0.005 ? fixed(size, 2) : number(size)
        return sign + symbol + digits
    }

    /// `$`, `R$\u{a0}`, else the code: `SEK\u{a0}`.
    private var symbol: String {
        switch currency {
        case "USD": "$"
        case "EUR": "€"
        case "GBP": "£"
        case "BRL": "R$\u{a0}"
        default: currency + "\u{a0}"
        }
    }
}
