package org.finplan.systemtests.negative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** What can be wrong in a JSON body: the text as a whole, and each value in it. */
final class BodyMutations {

    private static final int DEEP = 20_000;

    private BodyMutations() {}

    static List<Mutation> of(JsonNode sample, boolean required) {
        List<Mutation> mutations = new ArrayList<>();
        whole(sample.toString(), required, mutations);
        values(sample, "", mutations, sample);
        return mutations;
    }

    private static void whole(String good, boolean required, List<Mutation> mutations) {
        text(mutations, required, "empty", "");
        text(mutations, required, "blank", " \n ");
        text(mutations, required, "null", "null");
        text(mutations, true, "an array", "[" + good + "]");
        text(mutations, true, "a text", "\"" + good.replace("\"", "\\\"") + "\"");
        text(mutations, true, "a number", "1");
        text(mutations, false, "an empty object", "{}");
        text(mutations, true, "cut off", good.substring(0, good.length() - 1));
        text(mutations, true, "followed by more", good + "}");
        text(mutations, true, "twice", good + good);
        text(mutations, true, "with a comment", "/* a */" + good);
        text(mutations, true, "with a comma too many", good.substring(0, good.length() - 1) + ",}");
        text(mutations, true, "in single quotes", good.replace('"', '\''));
        text(mutations, true, "XML", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>");
        text(mutations, true, "a form", "a=b&c=d");
        text(mutations, true, "arrays without end", "[".repeat(DEEP));
        text(mutations, true, "deep arrays", "[".repeat(DEEP) + "]".repeat(DEEP));
        text(mutations, true, "deep objects", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP));
        text(mutations, true, "ten thousand unknown properties", many());
        text(mutations, true, "__proto__", good.substring(0, good.length() - 1) + ",\"__proto__\":{\"a\":1}}");
        text(mutations, true, "a name of 100,000 letters", "{\"" + "n".repeat(100_000) + "\":1}");
        bytes(mutations, true, "no UTF-8", new byte[] {
            '{', '"', (byte) 0xC0, (byte) 0x80, (byte) 0xFF, '"', ':', '1', '}'
        });
        bytes(mutations, false, "UTF-16", good.getBytes(StandardCharsets.UTF_16));
        bytes(mutations, false, "UTF-32", good.getBytes(Charset.forName("UTF-32BE")));
        bytes(mutations, false, "with a byte order mark", ("\ufeff" + good).getBytes(StandardCharsets.UTF_8));
        bytes(mutations, true, "zeros", new byte[1_000]);
        byte[] zipped = gzip(good);
        mutations.add(Mutation.certain("body is gzip", draft -> draft.withBody(zipped)));
        mutations.add(Mutation.certain(
                "body is gzip and says so", draft -> draft.withBody(zipped).withHeader("Content-Encoding", "gzip")));
    }

    private static String many() {
        StringBuilder text = new StringBuilder("{\"p\":0");
        for (int i = 0; i < 10_000; i++) {
            text.append(",\"p").append(i).append("\":0");
        }
        return text.append('}').toString();
    }

    private static byte[] gzip(String text) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void values(JsonNode node, String pointer, List<Mutation> mutations, JsonNode sample) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                String name = property.getKey();
                String here = pointer + "/" + name;
                change(mutations, false, "no " + here, sample, pointer, owner -> owner.remove(name));
                change(
                        mutations,
                        true,
                        here + " in capitals",
                        sample,
                        pointer,
                        owner -> owner.set(name.toUpperCase(Locale.ROOT) + "_", owner.remove(name)));
                Nasty.texts()
                        .forEach((kind, text) -> change(
                                mutations,
                                false,
                                here + " is " + kind,
                                sample,
                                pointer,
                                owner -> owner.put(name, text)));
                Nasty.json()
                        .forEach((kind, token) -> change(
                                mutations,
                                false,
                                here + " is JSON " + kind,
                                sample,
                                pointer,
                                owner -> owner.set(name, raw(token))));
                change(
                        mutations,
                        true,
                        here + " twice",
                        sample,
                        pointer,
                        owner ->
                                owner.set(name, raw(property.getValue() + ",\"" + name + "\":" + property.getValue())));
                values(property.getValue(), here, mutations, sample);
            }
            change(mutations, true, pointer + "/no-such-property", sample, pointer, owner -> owner.put("noSuch", 1));
        } else if (node.isArray()) {
            array((ArrayNode) node, pointer, mutations, sample);
        }
    }

    private static void array(ArrayNode node, String pointer, List<Mutation> mutations, JsonNode sample) {
        String owner = pointer.substring(0, pointer.lastIndexOf('/'));
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        String first = node.isEmpty() ? "null" : node.get(0).toString();
        change(
                mutations,
                false,
                pointer + " 2,000 times",
                sample,
                owner,
                object -> object.set(name, raw("[" + (first + ",").repeat(1_999) + first + "]")));
        change(
                mutations,
                false,
                pointer + " holds null",
                sample,
                owner,
                object -> object.set(name, raw("[" + first + ",null]")));
        change(
                mutations,
                false,
                pointer + " holds a text",
                sample,
                owner,
                object -> object.set(name, raw("[\"x\"," + first + "]")));
        if (!node.isEmpty()) {
            values(node.get(0), pointer + "/0", mutations, sample);
        }
    }

    private static JsonNode raw(String token) {
        return new POJONode(new RawValue(token));
    }

    private static void change(
            List<Mutation> mutations,
            boolean certain,
            String name,
            JsonNode sample,
            String pointer,
            Consumer<ObjectNode> change) {
        mutations.add(new Mutation("body " + name, certain, draft -> {
            JsonNode copy = sample.deepCopy();
            change.accept((ObjectNode) copy.at(pointer));
            return draft.withBody(Json.bytes(copy));
        }));
    }

    private static void text(List<Mutation> mutations, boolean certain, String name, String text) {
        bytes(mutations, certain, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(List<Mutation> mutations, boolean certain, String name, byte[] bytes) {
        mutations.add(new Mutation("body is " + name, certain, draft -> draft.withBody(bytes)));
    }
}
