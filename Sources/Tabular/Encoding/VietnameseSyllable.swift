/// The spelling of a Vietnamese syllable: onset, rime and tone.
///
/// A text that was read in the wrong encoding keeps its letters but hardly ever spells syllables,
/// which tells encodings apart better than the letters do.
enum VietnameseSyllable {
  /// Whether `letters` spell one syllable, whatever their case.
  static func isValid(_ letters: some Collection<Unicode.Scalar>) -> Bool {
    guard letters.count <= longest else { return false }
    var bare: [Unicode.Scalar] = []
    var tone = 0
    var bearer = 0
    for letter in letters {
      if let place = VietnameseLetters.places[letter.value] {
        if place.tone != 0 {
          guard tone == 0 else { return false }
          tone = place.tone
          bearer = bare.count
        }
        // The capitals follow the small letters.
        let row = place.row % (VietnameseLetters.vowels.count / 2)
        bare.append(VietnameseLetters.vowels[row][0])
      } else {
        bare.append(letter.properties.lowercaseMapping.unicodeScalars.first ?? letter)
      }
    }
    return (0...min(3, bare.count - 1)).contains { length in
      isOnset(bare[..<length], before: bare[length...])
        && isRime(bare[length...], tone: tone, bearer: bearer)
    }
  }

  private static let longest = 7

  private static func isOnset(
    _ onset: ArraySlice<Unicode.Scalar>,
    before rime: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    let onset = String(onset)
    guard onsets.contains(onset), let vowel = rime.first else { return false }
    let isFront = ["e", "ê", "i", "y"].contains(vowel)
    return switch onset {
    case "k", "gh", "ngh": isFront
    case "c", "ng": !isFront
    case "g": !isFront || vowel == "i"
    case "qu": !["o", "u", "ư"].contains(vowel)
    default: true
    }
  }

  /// A rime that a stop closes has the tone sắc or nặng, and no tone stands on a final glide.
  private static func isRime(
    _ letters: ArraySlice<Unicode.Scalar>,
    tone: Int,
    bearer: Int
  ) -> Bool {
    let rime = String(letters)
    guard let last = letters.last, rimes.contains(rime) else { return false }
    if ["c", "k", "p", "t"].contains(last) || rime.hasSuffix("ch") {
      return tone == 4 || tone == 5
    }
    guard tone != 0, letters.count > 1, bearer == letters.endIndex - 1 else { return true }
    return !["i", "o", "u", "y"].contains(last) && !["ia", "ua", "ưa"].contains(rime)
      || rime == "uy"
  }

  private static let onsets: Set<String> = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh",
    "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x",
  ]

  private static let rimes = Set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi
    om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uych uyên uyêt uyn uynh uyp
    uyt uyu uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu ynh yt ych
    """.split { $0 == " " || $0 == "\n" }.map { String($0) }
  )
}

extension String {
  fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.init(String.UnicodeScalarView(scalars))
  }
}
