import SurveyStatistics
import Testing

struct NextWaveTests {
  @Test func `decided groups get nothing and near ones what they need`() throws {
    let wave = try NextWave(
      of: 200,
      among: [
        WaveGroup(rate: 0.95, respondents: 200), WaveGroup(rate: 0.84, respondents: 100),
        WaveGroup(rate: 0.5, respondents: 100), WaveGroup(rate: 0.8, respondents: 100),
      ],
      target: 0.8
    )
    #expect(wave.isDecided == [true, false, true, false])
    #expect(wave.interviews[0] == 0 && wave.interviews[2] == 0)
    #expect(wave.interviews.reduce(0, +) == 200)
    #expect(wave.interviews[1] > wave.interviews[3])
    #expect(wave.chances[0] == 1 && wave.chances[1] > 0.2)
  }

  @Test func `no other division is expected to decide more`() throws {
    let groups = [
      WaveGroup(rate: 0.86, respondents: 60), WaveGroup(rate: 0.75, respondents: 80),
      WaveGroup(rate: 0.82, respondents: 50, designEffect: 2),
    ]
    let best = try NextWave(of: 90, among: groups, target: 0.8)
    let expected = best.chances.reduce(0, +)
    // A group's chance for a number is found by leaving it that room alone.
    func chance(_ index: Int, _ number: Int) throws -> Double {
      guard number > 0 else { return 0 }
      return try NextWave(of: number, among: [groups[index]], target: 0.8).chances[0]
    }
    for first in stride(from: 0, through: 90, by: 15) {
      for second in stride(from: 0, through: 90 - first, by: 15) {
        let other =
          try chance(0, first) + chance(1, second) + chance(2, 90 - first - second)
        #expect(other <= expected + 0.02)
      }
    }
  }

  @Test func `room is a limit and a lone group gets all`() throws {
    let group = WaveGroup(rate: 0.83, respondents: 40, room: 25)
    let wave = try NextWave(of: 100, among: [group], target: 0.8)
    #expect(wave.interviews == [25])
    let open = try NextWave(
      of: 100,
      among: [WaveGroup(rate: 0.83, respondents: 40)],
      target: 0.8
    )
    #expect(open.interviews == [100])
  }

  @Test func `a sample in which all agree is not certain`() throws {
    let wave = try NextWave(of: 10, among: [WaveGroup(rate: 1, respondents: 3)], target: 0.8)
    #expect(wave.isDecided == [false])
    #expect(wave.interviews == [10])
  }

  @Test func `what makes no sense is a typed error`() {
    func expect(_ groups: [WaveGroup], total: Int = 5, target: Double = 0.8) {
      #expect(throws: PlanningError.self) {
        try NextWave(of: total, among: groups, target: target)
      }
    }
    let good = WaveGroup(rate: 0.5, respondents: 3)
    expect([])
    expect([good], total: 0)
    expect([good], target: 1)
    expect([WaveGroup(rate: .nan, respondents: 3)])
    expect([WaveGroup(rate: 1.2, respondents: 3)])
    expect([WaveGroup(rate: 0.5, respondents: 0)])
    expect([WaveGroup(rate: 0.5, respondents: 3, designEffect: 0)])
  }
}
