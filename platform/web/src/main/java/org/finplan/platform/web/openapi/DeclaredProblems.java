package org.finplan.platform.web.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.finplan.platform.problem.ErrorCode;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Reads {@link Refuses}. */
final class DeclaredProblems {

    private static final DotName REFUSES = DotName.createSimple(Refuses.class);

    private DeclaredProblems() {}

    /**
     * The problems that a method names.
     *
     * @throws IllegalStateException when it names a code that the enum does not have
     */
    static List<ErrorCode> of(MethodInfo method, IndexView index) {
        List<ErrorCode> refusals = new ArrayList<>();
        declarations(method, index).forEach(declaration -> refusals.addAll(problems(declaration, method)));
        return refusals;
    }

    /** Those of the groups that the method names come first. */
    private static Stream<AnnotationInstance> declarations(MethodInfo method, IndexView index) {
        Stream<AnnotationInstance> grouped = method.declaredAnnotations().stream()
                .map(group -> index.getClassByName(group.name()))
                .filter(Objects::nonNull)
                .flatMap(group -> group.declaredAnnotationsWithRepeatable(REFUSES, index).stream());
        return Stream.concat(grouped, method.annotationsWithRepeatable(REFUSES, index).stream());
    }

    private static List<ErrorCode> problems(AnnotationInstance declaration, MethodInfo method) {
        List<ErrorCode> all =
                constants(declaration.value("with").asClass().name().toString());
        AnnotationValue named = declaration.value("codes");
        List<String> codes = named == null ? List.of() : List.of(named.asStringArray());
        for (String code : codes) {
            if (all.stream().noneMatch(known -> known.code().equals(code))) {
                throw new IllegalStateException(method + " refuses with " + code + ", which is not in " + all);
            }
        }
        return all.stream()
                .filter(known -> codes.isEmpty() || codes.contains(known.code()))
                .toList();
    }

    private static List<ErrorCode> constants(String enumName) {
        try {
            Class<?> type = Class.forName(enumName, true, Thread.currentThread().getContextClassLoader());
            return Arrays.stream(type.getEnumConstants())
                    .map(ErrorCode.class::cast)
                    .toList();
        } catch (ClassNotFoundException absent) {
            throw new IllegalStateException(enumName + " is named by @Refuses and not there", absent);
        }
    }
}
