package org.finplan.systemtests.deployment;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.finplan.systemtests.repository.JavaSource;
import org.finplan.systemtests.repository.Repository;

/**
 * The {@code finplan.*} keys that modules read, found in their sources: expressions in {@code application.properties},
 * {@code @ConfigProperty}, look-ups through {@code Config}, and {@code @ConfigMapping} interfaces. The name of a map's entry
 * and the index of a list's group are written {@code *}.
 */
final class ConfigurationKeys {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(finplan\\.[a-z0-9.-]+)");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^(?:%[a-z]+\\.)?(finplan\\.[a-z0-9.-]+)\\s*=");
    private static final Pattern LOOK_UP = Pattern.compile(
            "(?:@ConfigProperty\\(\\s*name\\s*=\\s*|get(?:Optional)?Values?\\(\\s*)\"(finplan\\.[a-z0-9.-]+)\"");
    private static final Pattern WORD = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern WRAPPED = Pattern.compile("(?:Optional|List|Set)<(.+)>");
    private static final Pattern MAPPED = Pattern.compile("Map<\\s*\\w+\\s*,\\s*(.+)>");

    private ConfigurationKeys() {}

    /**
     * Reads the sources of modules.
     *
     * @param modules their directories below the root
     * @return the keys that they read
     */
    static Set<String> of(List<String> modules) {
        Set<String> keys = new TreeSet<>();
        for (String module : modules) {
            Path main = Repository.ROOT.resolve(module).resolve("src/main");
            for (Path file : Repository.files(main, ".properties")) {
                collect(EXPRESSION, Repository.read(file), keys);
                collect(DEFINITION, Repository.read(file), keys);
            }
            for (Path file : Repository.files(main, ".java")) {
                collect(LOOK_UP, Repository.read(file), keys);
                if (Repository.read(file).contains("@ConfigMapping")) {
                    keys.addAll(mapped(file));
                }
            }
        }
        return keys;
    }

    /** {@return the environment variables that set a key, after the rule of MicroProfile Config; one name per map key} */
    static Pattern variable(String key) {
        String name = key.replaceAll("[^A-Za-z0-9*]", "_").toUpperCase(Locale.ROOT);
        return Pattern.compile(name.replace("*", "[A-Z0-9_]+"));
    }

    private static void collect(Pattern pattern, String text, Set<String> keys) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
    }

    private static Set<String> mapped(Path file) {
        Set<String> keys = new TreeSet<>();
        Map<String, ClassTree> types = new HashMap<>();
        Map<ClassTree, String> roots = new HashMap<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitClass(ClassTree type, Void nothing) {
                types.put(type.getSimpleName().toString(), type);
                argument(type.getModifiers().getAnnotations(), "ConfigMapping", "prefix")
                        .ifPresent(prefix -> roots.put(type, prefix));
                return super.visitClass(type, null);
            }
        }.scan(JavaSource.parse(file).unit(), null);
        roots.forEach((type, prefix) -> members(type, prefix, types, keys));
        return keys;
    }

    private static void members(ClassTree type, String prefix, Map<String, ClassTree> types, Set<String> keys) {
        for (Tree member : type.getMembers()) {
            if (member instanceof MethodTree method && method.getBody() == null) {
                add(method, prefix, types, keys);
            }
        }
    }

    private static void add(MethodTree method, String prefix, Map<String, ClassTree> types, Set<String> keys) {
        List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
        String name = argument(annotations, "WithName", "value").orElseGet(() -> kebab(method.getName()));
        String key = has(annotations, "WithParentName") ? prefix : prefix + "." + name;
        String result = method.getReturnType().toString();
        boolean list = false;
        for (Matcher m = WRAPPED.matcher(result); m.matches(); m = WRAPPED.matcher(result)) {
            list |= !result.startsWith("Optional");
            result = m.group(1);
        }
        Matcher map = MAPPED.matcher(result);
        if (map.matches()) {
            key = key + ".*";
            result = map.group(1);
        }
        if (types.containsKey(result)) {
            members(types.get(result), list ? key + "[*]" : key, types, keys);
        } else {
            keys.add(key);
        }
    }

    private static boolean has(List<? extends AnnotationTree> annotations, String name) {
        return annotations.stream()
                .anyMatch(a -> a.getAnnotationType().toString().endsWith(name));
    }

    private static Optional<String> argument(
            List<? extends AnnotationTree> annotations, String annotation, String argument) {
        return annotations.stream()
                .filter(a -> a.getAnnotationType().toString().endsWith(annotation))
                .flatMap(a -> a.getArguments().stream())
                .filter(expression -> !(expression instanceof AssignmentTree assignment)
                        || assignment.getVariable().toString().equals(argument))
                .map(expression ->
                        expression instanceof AssignmentTree assignment ? assignment.getExpression() : expression)
                .map(ConfigurationKeys::literal)
                .findFirst();
    }

    private static String literal(ExpressionTree expression) {
        if (expression instanceof LiteralTree literal) {
            return String.valueOf(literal.getValue());
        }
        throw new IllegalStateException(
                "A configuration name must be a literal, so that it can be found: " + expression);
    }

    private static String kebab(CharSequence method) {
        return WORD.matcher(method).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }
}
