/// The methods that suit a history.
enum ForecastMembers {
    static func all(_ history: ForecastHistory) -> [any ForecastMember] {
        guard let longest = history.seasons.last, let shortest = history.seasons.first else {
            return [
                SeasonalNaive(period: 1), Theta(), DynamicTheta(), AutomaticSmoothing(period: 1),
                Autoregression(),
            ]
        }
        var members: [any ForecastMember] = [
            SeasonalNaive(period: longest), Theta(), Autoregression(), SeasonalRegression(),
        ]
        guard shortest == longest else {
            return members + [DoubleSeason(inner: shortest, outer: longest)]
        }
        members += [DynamicTheta(), AutomaticSmoothing(period: 1)]
        if longest <= 24 { members.append(AutomaticSmoothing(period: longest)) }
        return members
    }
}
