extension VersionChange {
  func english(_ words: VersionWords) -> String {
    switch kind {
    case .titleChanged: return "The title reads differently"
    case .consentChanged: return "What respondents are told before agreeing changed"
    case .languageAdded(let language): return "The form has a further language '\(language)'"
    case .languageRemoved(let language): return "The form has language '\(language)' no longer"
    case .keyChanged(let from, let to):
      return "The key of the form was \(words.list(from)) and is \(words.list(to))"
    case .sampleChanged: return "The declaration of the sample (weight, strata, clusters) changed"
    case .added: return "new; earlier interviews were not asked and enter no denominator"
    case .removed: return "not asked any more; its answers stay with the older version"
    case .renamed(let from): return "had the id '\(from)'"
    case .moved: return "stands elsewhere in the form"
    case .relabelled(let language, let from, let to, let likeness):
      return "its words (\(language)) were \(words.quoted(from)) and are \(words.quoted(to)): "
        + words.likeness(likeness)
    case .hintChanged: return "its help changed"
    case .typeChanged(let from, let to): return "its type was '\(from)' and is '\(to)'"
    case .calculationChanged(let from, let to):
      return "its calculation was \(words.quoted(from)) and is \(words.quoted(to))"
    case .optionAdded(let code, let label):
      return "further option \(words.option(code, label))"
        + (impact >= .incomparable ? "; the scale has a further level" : "")
    case .optionRemoved(let code, let label): return "option \(words.option(code, label)) is gone"
    case .optionRecoded(let from, let to, let label):
      return "option “\(label.text(in: .english))” had code \(from) and has code \(to)"
    case .optionMissing(let code, let reason, let label):
      return "option \(words.option(code, label)) is now a missing reason (\(reason.rawValue))"
    case .optionRelabelled(let code, let language, let from, let to, let likeness):
      return "code \(code) (\(language)) was \(words.quoted(from)) and is \(words.quoted(to)): "
        + words.likeness(likeness)
    case .optionsReordered: return "its options stand in another order"
    case .directionChanged(let from, let to):
      return "the scale's direction was “\(words.direction(from))” and is “\(words.direction(to))”"
    case .positiveChanged(let from, let to):
      return "its positive levels were \(words.list(from)) and are \(words.list(to))"
    case .neutralChanged(let from, let to):
      return "its neutral level was \(words.quoted(from ?? "")) and is \(words.quoted(to ?? ""))"
    case .pointsChanged: return "the points of its levels changed"
    case .scaleChanged(let isScale):
      return isScale ? "its list is a scale now" : "its scale is a plain list now"
    case .missingCodesChanged(let from, let to):
      return "its missing codes were \(words.list(from)) and are \(words.list(to))"
    case .rangeChanged(let from, let to): return "its range was \(from) and is \(to)"
    case .constraintChanged(let from, let to):
      return "its constraint was \(words.quoted(from)) and is \(words.quoted(to))"
    case .requiredChanged(let from, let to):
      return "required: was \(Self.required(from)), is \(Self.required(to))"
    case .relevanceChanged(let from, let to):
      return "it was asked when \(words.quoted(from)) and is asked when \(words.quoted(to)): "
        + "of other people than before"
    case .filterChanged(let from, let to):
      return "the filter of its options was \(words.quoted(from)) and is \(words.quoted(to))"
    case .dependencyChanged(let ids):
      return "its condition or calculation reads \(words.quotedList(ids)), whose answers changed"
    case .declared: return "answers before and after are counted apart"
    case .indicatorAdded: return "new, and computed from earlier interviews too"
    case .indicatorRemoved: return "no longer in the form"
    case .indicatorRelabelled: return "its name reads differently"
    case .formulaChanged:
      return "its formula changed: figures published before cannot be compared with those of now"
    case .affected(let items):
      return "not comparable with before, because question "
        + "\(words.quotedList(items)) changed"
    }
  }

  private static func required(_ text: String) -> String {
    switch text {
    case "": "no"
    case "true()": "yes"
    default: "when \(text)"
    }
  }
}
