import Foundation
import Testing

@testable import SurveyReport

@Suite struct JSONTextTests {
  @Test func `objects keep their order in compact and in pretty text`() {
    let value = JSONValue.object([
      ("b", .array([.integer(1), .bool(true), .null])), ("a", .object([])), ("c", .array([])),
    ])
    #expect(JSONText.write(value, pretty: false) == #"{"b":[1,true,null],"a":{},"c":[]}"#)
    let pretty = """
      {
        "b": [
          1,
          true,
          null
        ],
        "a": {},
        "c": []
      }
      """
    #expect(JSONText.write(value) == pretty)
  }

  @Test(arguments: [
    (0.1, "0.1"), (1, "1"), (-0.0, "-0"), (82.665, "82.665"), (1e300, "1e+300"),
    (Double.leastNonzeroMagnitude, "5e-324"), (.nan, "null"), (.infinity, "null"),
    (-.infinity, "null"),
    (9_007_199_254_740_992, "9007199254740992"),
  ])
  func `numbers are as short as they can be`(number: Double, text: String) {
    #expect(JSONText.write(.number(number)) == text)
    if number.isFinite {
      #expect(Double(text) == number)
    }
  }

  @Test func `strings are escaped as the standard asks`() {
    let text = "\"\\/\n\r\t\u{8}\u{0}\u{1F}\u{7F}\u{85}\u{2028}\u{2029}ế😀\"\u{301}"
    let expected =
      #""\"\\/\n\r\t\u0008\u0000\u001f\u007f\u0085\u2028\u2029ế😀\""# + "\u{301}\""
    #expect(JSONText.write(.string(text)).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(arguments: 0..<200)
  func `another reader gets back the same string and number`(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 11
    }
    var scalars = String.UnicodeScalarView()
    for _ in 0..<20 {
      let bound: UInt64 = next().isMultiple(of: 2) ? 0x180 : 0x11_0000
      scalars.append(Unicode.Scalar(UInt32(next() % bound)) ?? "x")
    }
    let text = String(scalars)
    let number = Double(next()) / Double(next() | 1)
    let written = JSONText.write(.array([.string(text)]), pretty: false)
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String]
    )
    #expect(read.first?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    // JSONSerialization on Linux loses the last bits of a number; the decoder does not.
    let digits = JSONText.write(.array([.number(number)]), pretty: false)
    #expect(try JSONDecoder().decode([Double].self, from: Data(digits.utf8)) == [number])
  }
}
