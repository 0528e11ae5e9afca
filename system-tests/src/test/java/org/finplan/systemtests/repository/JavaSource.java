package org.finplan.systemtests.repository;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A Java file read by the compiler, without being compiled.
 *
 * @param task the compiler's task, for positions
 * @param unit the tree
 */
public record JavaSource(JavacTask task, CompilationUnitTree unit) {

    /**
     * Reads a file.
     *
     * @param file a Java file
     * @return its tree
     */
    public static JavaSource parse(Path file) {
        return parse(List.of(file)).get(0);
    }

    /**
     * Reads files with one compiler: to set one up takes longer than to read a file.
     *
     * @param sources Java files
     * @return their trees, in the same order
     */
    public static List<JavaSource> parse(Collection<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            List<JavaSource> read = new ArrayList<>();
            task.parse().forEach(unit -> read.add(new JavaSource(task, unit)));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
