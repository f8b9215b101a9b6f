/// A chart as a figure: drawings for wide and for narrow pages, of which the style sheet shows one.
enum ChartTemplate {
  static let source = """
    <figure>
    <figcaption><bdi>{{caption}}</bdi></figcaption>
    <div class="wide">
    {{#wide}}
    {{{.}}}
    {{/wide}}
    </div>
    <div class="narrow">
    {{#narrow}}
    {{{.}}}
    {{/narrow}}
    </div>
    {{#legend}}
    <p class="note">{{text}}</p>
    {{/legend}}
    </figure>
    """
}
