package org.finplan.platform.plan.fault;

import java.util.List;
import java.util.regex.Pattern;
import org.finplan.platform.events.LocalizedText;

/**
 * One thing in a plan package that keeps it from being used.
 *
 * @param file name of the file, or of the directory when the fault is the directory's
 * @param place JSON pointer into the file, such as {@code /indicators/0/target/year}; of a CSV file
 *     {@code row 3, column value} as a spreadsheet counts; {@code line 7, column 2} of a text that is not even JSON or UTF-8;
 *     empty for the file as a whole
 * @param code what kind of fault, such as {@code unknown-field}
 * @param message what is wrong
 * @param accepted what would be accepted: the known values, the nearest known names, or examples; may be empty
 */
public record PackageFault(String file, String place, String code, LocalizedText message, List<String> accepted) {

    private static final Pattern CELL = Pattern.compile("row (\\d+)(?:, column (.*))?");
    private static final Pattern POSITION = Pattern.compile("line (\\d+), column (\\d+)");

    /** Takes what would be accepted as it is now. */
    public PackageFault {
        accepted = List.copyOf(accepted);
    }

    /**
     * Says it in one line.
     *
     * @param english whether the reader prefers English
     * @return file, place, what is wrong, and what would be accepted
     */
    public String line(boolean english) {
        String where = place.isEmpty() ? file : file + " " + (english ? place : chinesePlace());
        String what = where + (english ? ": " : "：") + message.in(english);
        if (accepted.isEmpty()) {
            return what;
        }
        // What is malformed is answered with examples, not with all that would do.
        boolean examples = code.equals(FaultKind.MALFORMED.code());
        return what
                + (english ? (examples ? " (for example: " : " (accepted: ") : examples ? "（例如：" : "（可用：")
                + String.join(english ? ", " : "、", accepted)
                + (english ? ")" : "）");
    }

    private String chinesePlace() {
        var cell = CELL.matcher(place);
        if (cell.matches()) {
            return "第 " + cell.group(1) + " 行" + (cell.group(2) == null ? "" : " " + cell.group(2) + " 列");
        }
        var position = POSITION.matcher(place);
        return position.matches() ? "第 " + position.group(1) + " 行第 " + position.group(2) + " 个字符" : place;
    }
}
