/// Names and sentences of the demo; all are invented.
enum DemoWords {
    /// Services and the teams that own them.
    static let services: [(name: String, team: String)] = [
        ("storefront", "Storefront"), ("payments", "Money"), ("search", "Discovery"),
        ("shipping", "Fulfilment"), ("identity", "Accounts"), ("basket", "Storefront"),
        ("pricing", "Money"), ("recommendations", "Discovery"), ("inventory", "Fulfilment"),
        ("notifications", "Platform"), ("loyalty", "Accounts"), ("reporting", "Insight"),
        ("invoicing", "Money"), ("returns", "Fulfilment"), ("media", "Discovery"),
        ("reviews", "Storefront"), ("sessions", "Platform"), ("forecasting", "Insight"),
        ("gift-cards", "Money"), ("warehouse", "Fulfilment"), ("consent", "Accounts"),
        ("catalogue", "Storefront"), ("feature-flags", "Platform"), ("translations", "Discovery"),
    ]

    /// What a further round of the same names ends with.
    static let suffixes = ["", "-api", "-worker", "-web", "-jobs", "-sync", "-admin", "-gateway"]

    static let people = [
        "Amara Okonjo", "Bjarni Steinsson", "Chiara Lombardini", "Dilip Ranganath",
        "Eun-ji Pak", "Farida Haddoud", "Gwenllian Prys", "Hamza Belkadi", "Ines Carvalhal",
        "Jomo Wachira", "Kateryna Holub", "Lupe Iturbe", "Minh Anh Dao", "Nadia Rahmanov",
        "Oluwaseun Adeyinka", "Piotr Wolny", "Quetzalli Ramos", "Rosa van Ginkel",
        "Sana Mirzaei", "Tomasi Faleolo", "Ulrike Brandtner", "Wanjiru Kimotho",
        "Xiulan Meng", "Yusuf Demirtas",
    ]

    static let verbs = [
        "Cache", "Simplify", "Validate", "Retry", "Log", "Measure", "Speed up", "Split",
        "Document", "Test", "Bound", "Rename", "Translate", "Migrate", "Tidy", "Harden",
    ]

    static let objects = [
        "the price list", "rounding of totals", "the search index", "slow queries",
        "address checks", "the retry budget", "session expiry", "the export job",
        "image sizes", "currency names", "the queue consumer", "error pages", "stock counts",
        "the audit trail", "rate limits", "the health check",
    ]

    static let troubles = [
        "answers slowly", "returns errors", "drops requests", "shows stale data",
        "times out for some users", "rejects valid input",
    ]
}
