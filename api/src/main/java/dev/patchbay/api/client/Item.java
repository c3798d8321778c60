package dev.patchbay.api.client;

import dev.patchbay.api.Stable;
import java.util.ArrayList;
import java.util.List;

/// One thing to print, with its parts named: a line for people, or a JSON object for programs. Immutable.
///
/// For people the values stand in one line, in order, with spaces between. `Item.of("post").with("from", ip, Style.NAME)
/// .with("text", text)` is printed as
///
/// ```
/// 127.0.0.1 hello board
/// ```
///
/// and, with `--json`, as
///
/// ```json
/// {"type":"post","from":"127.0.0.1","text":"hello board"}
/// ```
@Stable(since = "1.0")
public final class Item {

    /// One part of an item.
    ///
    /// @param name   its key in JSON
    /// @param value  a `String`, a `Long` or a `Boolean`
    /// @param style  how it looks to people
    /// @param before what people see before it, such as a bracket
    /// @param after  what people see behind it
    @Stable(since = "1.0")
    public record Field(String name, Object value, Style style, String before, String after) {}

    private final String type;
    private final List<Field> fields;

    private Item(String type, List<Field> fields) {
        this.type = type;
        this.fields = fields;
    }

    /// {@return an item without fields yet}
    ///
    /// @param type what it is, in lower case, such as `post`
    public static Item of(String type) {
        return new Item(type, List.of());
    }

    /// {@return a plain line of text}
    public static Item text(String text) {
        return text(text, Style.PLAIN);
    }

    /// {@return a line of text in a style}
    public static Item text(String text, Style style) {
        return of("text").with("text", text, style);
    }

    /// {@return the same with one more field}
    public Item with(String name, String value, Style style) {
        return plus(name, value, style);
    }

    /// {@return the same with the field added last in brackets, quotes or the like, which people see and programs do not}
    public Item enclosed(String before, String after) {
        List<Field> all = new ArrayList<>(fields);
        Field last = all.removeLast();
        all.add(new Field(last.name, last.value, last.style, before, after));
        return new Item(type, List.copyOf(all));
    }

    /// {@return the same with one more field, in plain style}
    public Item with(String name, String value) {
        return with(name, value, Style.PLAIN);
    }

    /// {@return the same with one more field, a number}
    public Item with(String name, long value) {
        return plus(name, value, Style.PLAIN);
    }

    /// {@return the same with one more field, true or false}
    public Item with(String name, boolean value) {
        return plus(name, value, Style.PLAIN);
    }

    private Item plus(String name, Object value, Style style) {
        List<Field> all = new ArrayList<>(fields);
        all.add(new Field(name, value, style, "", ""));
        return new Item(type, List.copyOf(all));
    }

    /// {@return what it is}
    public String type() {
        return type;
    }

    /// {@return its parts, in order}
    public List<Field> fields() {
        return fields;
    }

    /// {@return the line for people, without styles; remote text in it is as it came}
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        for (Field field : fields) {
            line.append(line.isEmpty() ? "" : " ").append(field.before()).append(field.value()).append(field.after());
        }
        return line.toString();
    }
}
