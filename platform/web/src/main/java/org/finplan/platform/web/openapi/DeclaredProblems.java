package org.finplan.platform.web.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.finplan.platform.problem.ErrorCode;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Reads {@link Refuses}. */
final class DeclaredProblems {

    private DeclaredProblems() {}

    /**
     * The problems that a method names.
     *
     * @throws IllegalStateException when it names a code that the enum does not have
     */
    static List<ErrorCode> of(MethodInfo method, IndexView index) {
        List<ErrorCode> refusals = new ArrayList<>();
        for (AnnotationInstance annotation : method.annotationsWithRepeatable(Refuses.class, index)) {
            List<ErrorCode> all =
                    constants(annotation.value("with").asClass().name().toString());
            AnnotationValue named = annotation.value("codes");
            List<String> codes = named == null ? List.of() : List.of(named.asStringArray());
            for (String code : codes) {
                if (all.stream().noneMatch(known -> known.code().equals(code))) {
                    throw new IllegalStateException(method + " refuses with " + code + ", which is not in " + all);
                }
            }
            all.stream()
                    .filter(known -> codes.isEmpty() || codes.contains(known.code()))
                    .forEach(refusals::add);
        }
        return refusals;
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
