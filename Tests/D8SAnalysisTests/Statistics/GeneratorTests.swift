import Testing

@testable import D8SAnalysis

struct GeneratorTests {
    // The sequence of prng.di.unimi.it/splitmix64.c for x = 1234567.
    @Test func `SplitMix64 is the published one`() {
        var mix = SplitMix(seed: 1_234_567)
        let numbers = (0..<5).map { _ in mix.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ]
        )
    }

    // The sequence of prng.di.unimi.it/xoshiro256starstar.c for s = {1, 2, 3, 4}.
    @Test func `xoshiro256** is the published one`() {
        var generator = Xoshiro(state: (1, 2, 3, 4))
        let numbers = (0..<10).map { _ in generator.next() }
        #expect(
            numbers == [
                11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
                607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
                10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
            ]
        )
    }

    @Test func `bounded numbers are evenly spread`() {
        var generator = Xoshiro(seed: 7)
        var counts = [Int](repeating: 0, count: 6)
        for _ in 0..<60000 { counts[generator.below(6)] += 1 }
        let square = counts.reduce(0.0) { $0 + (Double($1) - 10000) * (Double($1) - 10000) / 10000 }
        #expect(square < 20.5)  // the 99.9 % point of chi-square with 5 degrees of freedom
        #expect(generator.below(1) == 0)
        #expect(generator.below(-3) == 0)
    }

    @Test func `normal numbers have mean 0 and variance 1`() {
        var generator = Xoshiro(seed: 0)
        let values = (0..<100_000).map { _ in generator.normal() }
        let mean = values.reduce(0, +) / 100_000
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100_000
        #expect(abs(mean) < 0.0125)
        #expect(abs(variance - 1) < 0.018)
    }

    @Test func `every order of three is drawn as often`() {
        var generator = Xoshiro(seed: 3)
        var counts: [[Int]: Int] = [:]
        for _ in 0..<6000 {
            var values = [1, 2, 3]
            values.withUnsafeMutableBufferPointer { generator.shuffle($0) }
            counts[values, default: 0] += 1
        }
        #expect(counts.count == 6)
        #expect(counts.values.allSatisfy { abs($0 - 1000) < 130 })
    }
}
