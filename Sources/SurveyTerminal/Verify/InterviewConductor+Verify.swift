package import SurveyModel

extension InterviewConductor {
  /// Has the forms of a desk keyed a second time, blind, until there are no more or the verifier
  /// stops; `total` is how many there are.
  package func verify(
    plan: InterviewPlan,
    language: String? = nil,
    total: Int,
    desk: any VerificationDesk
  ) throws -> VerificationOutcome {
    let page = Page(screen: screen, style: style, interface: interface)
    var outcome = VerificationOutcome()
    var language = language
    try page.space()
    try page.write(
      plan.questionnaire.title.text(
        interface.rawValue,
        fallbacks: [plan.questionnaire.defaultLanguage, "vi", "en"]
      ),
      strong: true
    )
    try page.say(VerifyMessage.help)
    while let form = try desk.next() {
      try page.space()
      let place = VerifyMessage.form(
        form.number,
        keyer: form.keyer,
        day: form.started.localDate.dayMonthYear,
        place: outcome.forms + 1,
        total: total
      )
      try page.write(place.text(in: interface), strong: true)
      let languages = plan.questionnaire.languages
      let chosen = language ?? form.language
      var conductor = VerifyingConductor(
        page: page,
        reader: reader,
        form: form,
        desk: desk,
        number: outcome.forms + 1,
        words: QuestionWords(
          plan: plan,
          interface: interface,
          language: languages.first { $0 == chosen } ?? plan.questionnaire.defaultLanguage
        )
      )
      guard let result = try conductor.conduct() else {
        try desk.counted(reader.meter.counts)
        try page.say(VerifyMessage.unfinished)
        return outcome
      }
      if conductor.words.language != chosen { language = conductor.words.language }
      try desk.verified(result)
      reader.meter.counts.forms += 1
      try desk.counted(reader.meter.counts)
      outcome.forms += 1
      outcome.fields += result.fields
      outcome.keyerErrors += result.keyerErrors.count
      outcome.verifierErrors += result.verifierErrors.count
      let done = VerifyMessage.done(
        fields: result.fields,
        keyerErrors: result.keyerErrors.count,
        verifierErrors: result.verifierErrors.count
      )
      try page.say(done)
      guard try outcome.forms >= total || wantsNext(page) else { return outcome }
    }
    try page.say(VerifyMessage.noMore)
    return outcome
  }
}
