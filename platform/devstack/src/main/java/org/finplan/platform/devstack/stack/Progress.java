package org.finplan.platform.devstack.stack;

import java.io.PrintStream;

/** Tells the person at the terminal what happens. */
final class Progress {

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }
}
