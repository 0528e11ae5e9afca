package org.finplan.platform.devstack.stack;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much the logs may take.
 *
 * @param size bytes in a file from which on it is rotated
 * @param files files of one program, the one it writes to included
 */
record LogLimits(long size, int files) {

    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,8})([KMG])");
    private static final Pattern FILES = Pattern.compile("[1-9][0-9]{0,2}");
    private static final String SIZE_VARIABLE = "FINPLAN_LOG_SIZE";
    private static final String FILES_VARIABLE = "FINPLAN_LOG_FILES";

    /**
     * Reads the settings.
     *
     * @param environment variables of the launcher
     * @return the limits, those of the documentation where nothing is set
     * @throws StackException when a variable is no size or no number
     */
    static LogLimits of(Map<String, String> environment) {
        String size = environment.getOrDefault(SIZE_VARIABLE, "10M");
        Matcher matcher = SIZE.matcher(size);
        if (!matcher.matches()) {
            throw new StackException(SIZE_VARIABLE + " needs a size such as 512K, 10M or 1G, not " + size);
        }
        int shift =
                switch (matcher.group(2)) {
                    case "K" -> 10;
                    case "M" -> 20;
                    default -> 30;
                };
        String files = environment.getOrDefault(FILES_VARIABLE, "5");
        if (!FILES.matcher(files).matches()) {
            throw new StackException(FILES_VARIABLE + " needs a number from 1 to 999, not " + files);
        }
        return new LogLimits(Long.parseLong(matcher.group(1)) << shift, Integer.parseInt(files));
    }
}
