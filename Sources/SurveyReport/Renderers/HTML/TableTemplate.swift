/// A table in a container that scrolls by itself on a narrow screen.
enum TableTemplate {
  static let source = """
    <div class="table" role="region" aria-labelledby="{{id}}" tabindex="0">
    <table>
    <caption id="{{id}}"><bdi>{{caption}}</bdi></caption>
    <thead>
    <tr>
    {{#columns}}
    <th scope="col" class="{{class}}"><bdi>{{title}}</bdi></th>
    {{/columns}}
    </tr>
    </thead>
    <tbody>
    {{#rows}}
    <tr class="{{class}}">
    {{#label}}
    <th scope="{{scope}}" colspan="{{span}}" class="{{class}}"><bdi>{{text}}</bdi></th>
    {{/label}}
    {{#cells}}
    <td class="{{class}}"><bdi>{{text}}</bdi></td>
    {{/cells}}
    </tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    {{#keptBack}}
    <p class="note">{{text}}</p>
    {{/keptBack}}
    """
}
