package org.finplan.systemtests.repository;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How long the methods of Java files are, from the first line of the signature to the closing brace. */
final class MethodLengths {

    private MethodLengths() {}

    /**
     * Finds long methods.
     *
     * @param limit most lines that a method may have
     * @param files Java files
     * @return the methods above the limit, as {@code file: name (lines)}
     */
    static List<String> longerThan(int limit, Collection<Path> files) {
        return JavaSource.parse(files).stream()
                .flatMap(source -> longerThan(limit, source).stream())
                .toList();
    }

    private static List<String> longerThan(int limit, JavaSource source) {
        List<String> found = new ArrayList<>();
        SourcePositions positions = Trees.instance(source.task()).getSourcePositions();
        CompilationUnitTree unit = source.unit();
        Path file = Repository.ROOT.relativize(Path.of(unit.getSourceFile().toUri()));
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethod(MethodTree method, Void nothing) {
                Tree start = method.getReturnType() == null ? method : method.getReturnType();
                long lines = line(positions.getEndPosition(unit, method))
                        - line(positions.getStartPosition(unit, start))
                        + 1;
                if (method.getBody() != null && lines > limit) {
                    found.add("%s: %s (%d)".formatted(file, method.getName(), lines));
                }
                return super.visitMethod(method, null);
            }

            private long line(long position) {
                return unit.getLineMap().getLineNumber(position);
            }
        }.scan(unit, null);
        return found;
    }
}
