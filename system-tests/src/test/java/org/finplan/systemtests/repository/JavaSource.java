package org.finplan.systemtests.repository;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(file));
            return new JavaSource(task, task.parse().iterator().next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
