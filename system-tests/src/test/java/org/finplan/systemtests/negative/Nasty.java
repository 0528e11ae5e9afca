package org.finplan.systemtests.negative;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values that programs have stumbled over. None looks like a thing that the leak patterns of {@link Verdict} look for. */
final class Nasty {

    private Nasty() {}

    /** {@return texts by name} */
    static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("empty", "");
        texts.put("blank", "   ");
        texts.put("NUL", "a\u0000b");
        texts.put("control", "\u0001\u0008\u001b[31m");
        texts.put("line breaks", "a\r\nX-Injected: 1\r\n\r\nb");
        texts.put("lone high surrogate", "a\ud800b");
        texts.put("lone low surrogate", "\udc00");
        texts.put("noncharacter", "\uffff\ufffe");
        texts.put("right to left", "\u202etxt.exe\u202c");
        texts.put("zero width", "441\u200b202");
        texts.put("emoji", "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67");
        texts.put("combining", "e" + "\u0301".repeat(200));
        texts.put("full width digits", "\uff14\uff14\uff11");
        texts.put("quote", "'\"`\\");
        texts.put("injection", "x'; DROP TABLE observation; --");
        texts.put("always true", "1' OR '1'='1");
        texts.put("wildcards", "%_%\\");
        texts.put("script", "<script>alert(1)</script>");
        texts.put("lookup", "${jndi:ldap://127.0.0.1:1/a}");
        texts.put("expression", "#{7*7}{{7*7}}");
        texts.put("format", "%s%n%d%x");
        texts.put("dots", "..");
        texts.put("path up", "../../../../a");
        texts.put("slash", "a/b");
        texts.put("backslash", "a\\b");
        texts.put("colon", "a:b:c");
        texts.put("semicolon", "a;b=c");
        texts.put("hash", "a#b");
        texts.put("null", "null");
        texts.put("undefined", "undefined");
        texts.put("true", "true");
        texts.put("star", "*");
        texts.put("comma list", "a,b,,c,");
        texts.put("long", "a".repeat(3_000));
        texts.put("other", "no-such-thing");
        texts.put("negative", "-1");
        texts.put("zero", "0");
        texts.put("int over", "2147483648");
        texts.put("long over", "9223372036854775808");
        texts.put("exponent", "1e400");
        texts.put("not a number", "NaN");
        texts.put("infinity", "-Infinity");
        texts.put("fraction", "1.5");
        texts.put("hexadecimal", "0x10");
        texts.put("plus", "+1");
        texts.put("leading zeros", "00000000000000000000001");
        texts.put("impossible day", "2024-02-30");
        texts.put("far year", "999999999-12-31");
        texts.put("farther year", "+1000000000-12-31T23:59:59.999999999Z");
        texts.put("year zero", "0000-00-00");
        texts.put("before time", "-999999999-01-01T00:00:00Z");
        texts.put("month 13", "2024-13");
        texts.put("local time", "2024-01-01T00:00:00");
        texts.put("nil uuid", "00000000-0000-0000-0000-000000000000");
        texts.put("short uuid", "1-1-1-1-1");
        return texts;
    }

    /** {@return what can stand for a value in JSON text, by name} */
    static Map<String, String> json() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("null", "null");
        tokens.put("true", "true");
        tokens.put("zero", "0");
        tokens.put("minus zero", "-0.0");
        tokens.put("negative", "-1");
        tokens.put("fraction", "0.1");
        tokens.put("int over", "2147483648");
        tokens.put("long over", "9223372036854775808");
        tokens.put("over any double", "1e400");
        tokens.put("under any double", "1e-400");
        tokens.put("exponent over int", "1e2147483648");
        tokens.put("a million zeros", "1e1000000");
        tokens.put("ninety digits", "9".repeat(90));
        tokens.put("long fraction", "0." + "3".repeat(90));
        tokens.put("five thousand digits", "7".repeat(5_000));
        tokens.put("empty array", "[]");
        tokens.put("empty object", "{}");
        tokens.put("array of null", "[null]");
        tokens.put("nested arrays", "[[[[[[]]]]]]");
        tokens.put("object", "{\"a\":{\"b\":[1,\"c\"]}}");
        tokens.put("huge text", "\"" + "x".repeat(100_000) + "\"");
        tokens.put("lone surrogate escaped", "\"a\\ud800b\"");
        tokens.put("NUL escaped", "\"a\\u0000b\"");
        return tokens;
    }
}
