package org.finplan.systemtests.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.finplan.systemtests.repository.Repository;

/** Finds the calls by {@code curl} in the Markdown documents. */
public final class DocumentedCalls {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");
    private static final Pattern TOKEN = Pattern.compile("(\\w+)=\\$\\(\\./finplan token ([\\w-]+)\\)");
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");
    private static final Pattern BEARER = Pattern.compile("Authorization: Bearer \\$(\\w+)");
    private static final String ADDRESS = "http://127.0.0.1:8080";

    private final List<DocumentedCall> calls = new ArrayList<>();
    private final Map<String, String> users = new HashMap<>();

    private DocumentedCalls() {}

    /** {@return the calls of all documents that people read, in their order} */
    public static List<DocumentedCall> all() {
        return documents()
                .flatMap(document -> of(document, Repository.text(document)).stream())
                .toList();
    }

    /** {@return the blocks of a language in all documents, by document and place} */
    static Map<String, String> blocks(String language) {
        Map<String, String> blocks = new HashMap<>();
        documents().forEach(document -> {
            Matcher block = BLOCK.matcher(Repository.text(document));
            while (block.find()) {
                if (block.group(1).equals(language)) {
                    blocks.put(document + " at " + block.start(), block.group(2));
                }
            }
        });
        return blocks;
    }

    /**
     * Reads one document.
     *
     * @param name of the document
     * @param text of the document
     * @return its calls
     */
    static List<DocumentedCall> of(String name, String text) {
        DocumentedCalls found = new DocumentedCalls();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (!block.group(1).equals("json")) {
                found.read(name, block.group(2));
            }
        }
        return found.calls;
    }

    private static Stream<String> documents() {
        return Stream.concat(
                Repository.files(Repository.ROOT.resolve("docs"), ".md").stream()
                        .map(file -> Repository.ROOT.relativize(file).toString()),
                Stream.of("README.md", "README.zh-CN.md"));
    }

    private void read(String document, String block) {
        Matcher token = TOKEN.matcher(block);
        while (token.find()) {
            users.put(token.group(1), token.group(2));
        }
        for (String line : lines(block)) {
            if (line.startsWith("curl ") && (line.contains("$GATEWAY/") || line.contains(ADDRESS))) {
                calls.add(call(document, line));
            }
        }
    }

    /** The commands of a block: one goes on after a backslash, and while a quote is open. */
    private static List<String> lines(String block) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : block.split("\n", -1)) {
            boolean goesOn = part.endsWith("\\");
            line.append(goesOn ? part.substring(0, part.length() - 1) : part).append(' ');
            boolean open = line.chars().filter(c -> c == '\'').count() % 2 == 1;
            if (!goesOn && !open) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
        }
        return lines;
    }

    private DocumentedCall call(String document, String line) {
        List<String> words = WORD.matcher(line)
                .results()
                .map(word -> word.group().replaceAll("^['\"]|['\"]$", ""))
                .toList();
        Optional<String> user = Optional.empty();
        String method = null;
        String path = null;
        Map<String, String> headers = new HashMap<>();
        Optional<String> body = Optional.empty();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            switch (word) {
                case "-X" -> method = words.get(++i);
                case "-d" -> body = Optional.of(words.get(++i));
                case "-o" -> i++;
                case "-H" -> {
                    String header = words.get(++i);
                    Matcher bearer = BEARER.matcher(header);
                    if (bearer.matches()) {
                        // A document without a token of its own goes on with that of the first example.
                        user = Optional.of(users.getOrDefault(bearer.group(1), "city-officer"));
                    } else {
                        String[] parts = header.replace(
                                        "$(date +%s)", UUID.randomUUID().toString())
                                .split(":", 2);
                        headers.put(parts[0], parts[1].strip());
                    }
                }
                default ->
                    path = word.startsWith("-")
                            ? path
                            : word.replace("$GATEWAY", "").replace(ADDRESS, "");
            }
        }
        return new DocumentedCall(
                document, user, method == null ? body.isPresent() ? "POST" : "GET" : method, path, headers, body);
    }
}
