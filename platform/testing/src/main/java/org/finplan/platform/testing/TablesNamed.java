package org.finplan.platform.testing;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** The tables that a class names, in SQL among its string constants or as an entity. */
final class TablesNamed {

    private static final String ITEM = "(?:ONLY\\s+)?(?:public\\.)?[a-z]\\w*+(?:\\s+(?:AS\\s+)?[a-z]\\w*+)?";

    /** One or several tables after a keyword; in {@code IS DISTINCT FROM x} and {@code EXTRACT(x FROM y)} stands no table. */
    private static final Pattern SOURCES = Pattern.compile(
            "(?<!DISTINCT\\s)(?<!\\([A-Za-z]{1,20}\\s)\\b(?:FROM|JOIN|INTO|UPDATE|USING|TABLE|TRUNCATE|COPY)\\s+("
                    + ITEM + "(?:\\s*,\\s*" + ITEM + ")*)");

    private static final Pattern NAME = Pattern.compile("(?:^|,)\\s*(?:ONLY\\s+)?(?:public\\.)?+(\\w+)");

    private static final List<String> ANNOTATIONS = List.of("Table", "SecondaryTable", "JoinTable", "CollectionTable");

    private static final int STRING_CONSTANT = 8;

    private TablesNamed() {}

    /** {@return words that stand where SQL has the name of a table, real tables among them} */
    static Set<String> by(JavaClass type) {
        Set<String> names = new TreeSet<>();
        stringConstants(type).forEach(constant -> names.addAll(in(constant)));
        Stream.concat(Stream.of(type), type.getFields().stream())
                .flatMap(annotated -> annotated.getAnnotations().stream())
                .filter(annotation ->
                        ANNOTATIONS.contains(annotation.getRawType().getSimpleName()))
                .map(TablesNamed::nameOf)
                .forEach(names::add);
        return names;
    }

    /** {@return words that stand in a text where SQL has the name of a table} */
    static Set<String> in(String text) {
        Set<String> names = new TreeSet<>();
        Matcher sources = SOURCES.matcher(text);
        while (sources.find()) {
            Matcher name = NAME.matcher(sources.group(1));
            while (name.find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }

    private static String nameOf(JavaAnnotation<?> table) {
        return table.get("name").map(String::valueOf).orElse("");
    }

    /** A concatenation keeps its constant parts as one constant, with a control character where a value goes. */
    private static List<String> stringConstants(JavaClass type) {
        ClassReader reader = read(type);
        char[] buffer = new char[reader.getMaxStringLength()];
        List<String> constants = new ArrayList<>();
        for (int index = 1; index < reader.getItemCount(); index++) {
            int item = reader.getItem(index);
            if (item > 0 && reader.readByte(item - 1) == STRING_CONSTANT) {
                constants.add(reader.readUTF8(item, buffer));
            }
        }
        return constants;
    }

    private static ClassReader read(JavaClass type) {
        try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return new ClassReader(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
