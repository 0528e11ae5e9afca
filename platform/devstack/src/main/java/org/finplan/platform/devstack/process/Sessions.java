package org.finplan.platform.devstack.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** Whether programs can get a session of their own, so that Ctrl-C in the terminal reaches the launcher only. */
final class Sessions {

    private static final boolean AVAILABLE =
            Files.isExecutable(Path.of("/usr/bin/setsid")) || Files.isExecutable(Path.of("/bin/setsid"));

    private Sessions() {}

    static boolean available() {
        return AVAILABLE;
    }
}
