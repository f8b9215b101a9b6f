/// The head and the foot of a signed document in a page.
enum LetterheadTemplate {
  static let head = """
    <header class="letterhead">
    <div class="form">
    <div class="offices">
    {{#offices}}
    <p class="{{class}}"><bdi>{{text}}</bdi></p>
    {{/offices}}
    </div>
    <div class="country" lang="vi">
    <p>{{country}}</p>
    <p class="motto">{{motto}}</p>
    </div>
    <p class="number"><bdi>{{number}}</bdi></p>
    <p class="date"><bdi>{{date}}</bdi></p>
    </div>
    <h1><span class="kind"><bdi>{{kind}}</bdi></span><br><bdi>{{subject}}</bdi></h1>
    <div class="bases">
    {{#bases}}
    <p><bdi>{{.}}</bdi></p>
    {{/bases}}
    </div>
    {{#subtitle}}
    <p class="subtitle"><bdi>{{.}}</bdi></p>
    {{/subtitle}}
    </header>
    """

  static let foot = """
    <footer class="letterhead">
    <div class="receivers">
    {{#receivers}}
    <p class="title" lang="vi">{{title}}</p>
    {{#lines}}
    <p><bdi>{{.}}</bdi></p>
    {{/lines}}
    {{/receivers}}
    </div>
    <div class="signature">
    {{#signature}}
    <p><bdi>{{.}}</bdi></p>
    {{/signature}}
    </div>
    </footer>
    """
}
