package org.finplan.risk.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.finplan.platform.events.LocalizedText;

/**
 * How figures stand in sentences: rounded, with the word of their unit, amounts of money in the size that people speak of. A rounded
 * figure is on the same side of what it is held against as the figure itself; every digit of it stands beside the sentence.
 */
public final class FigureText {

    private static final int DECIMALS = 2;
    private static final int GROUP = 3;

    /** Powers of ten of an amount in yuan, and the words for them. */
    private static final int WAN = 4;

    private static final int YI = 8;
    private static final int MILLION = 6;
    private static final int BILLION = 9;

    private static final Map<String, Integer> MONEY = Map.of("CNY", 0, "CNY_10K", WAN, "CNY_100M", YI);

    /**
     * The words of a unit.
     *
     * @param zh in Chinese, with the space before it
     * @param one in English behind 1
     * @param many in English behind any other number
     */
    private record Words(String zh, String one, String many) {}

    private static final Map<String, Words> WORDS = Map.ofEntries(
            Map.entry("PCT", new Words("%", "%", "%")),
            Map.entry("PER_MILLE", new Words("‰", "‰", "‰")),
            Map.entry("PP", new Words(" 个百分点", "percentage point", "percentage points")),
            Map.entry("PCT_PER_YEAR", new Words("%/年", "% per year", "% per year")),
            Map.entry("PP_PER_YEAR", new Words(" 个百分点/年", "percentage point per year", "percentage points per year")),
            Map.entry("TIMES", new Words(" 倍", "time", "times")),
            Map.entry("POINT", new Words(" 分", "point", "points")),
            Map.entry("DAY", new Words(" 天", "day", "days")),
            Map.entry("WORKDAY", new Words(" 个工作日", "working day", "working days")),
            Map.entry("MONTH", new Words(" 个月", "month", "months")),
            Map.entry("TRANSACTION", new Words(" 笔", "transaction", "transactions")),
            Map.entry("CLIENT", new Words(" 户", "client", "clients")),
            Map.entry("CNY_PER_PERSON", new Words(" 元/人", "yuan per person", "yuan per person")),
            Map.entry("COUNT_PER_YEAR", new Words(" 家/年", "per year", "per year")),
            Map.entry("INSTITUTION", new Words(" 家", "institution", "institutions")),
            Map.entry("ENTERPRISE", new Words(" 家", "enterprise", "enterprises")),
            Map.entry("ENTERPRISE_TIMES", new Words(" 家次", "enterprise served", "enterprises served")),
            Map.entry("PIECE", new Words(" 个", "item", "items")),
            Map.entry("FUND", new Words(" 支", "fund", "funds")),
            Map.entry("CASE", new Words(" 宗", "case", "cases")),
            Map.entry("MEASURE", new Words(" 条", "measure", "measures")),
            Map.entry("TOPIC", new Words(" 项", "topic", "topics")),
            Map.entry("PERSON", new Words(" 名", "person", "persons")),
            Map.entry("TEAM", new Words(" 个", "team", "teams")),
            Map.entry("PERSON_10K", new Words(" 万人", "ten thousand persons", "ten thousand persons")),
            Map.entry("ACCOUNT_10K", new Words(" 万户", "ten thousand accounts", "ten thousand accounts")),
            Map.entry("ACCOUNT", new Words(" 个", "account", "accounts")),
            Map.entry("SERVICE", new Words(" 项", "service", "services")),
            Map.entry("CITY", new Words(" 个", "city", "cities")),
            Map.entry("MU", new Words(" 亩", "mu", "mu")));

    private FigureText() {}

    /**
     * A figure as it is, such as a limit.
     *
     * @param value the figure
     * @param unit unit code; one without words stands as it is, and null for none
     * @return every digit with the word of the unit
     */
    public static LocalizedText exact(BigDecimal value, String unit) {
        return text(value, unit, false);
    }

    /**
     * A figure to two decimals, or to as many as keep it on its side of 0 and of what it is held against.
     *
     * @param value the figure
     * @param unit unit code; one without words stands as it is, and null for none
     * @param heldAgainst limits and other figures that it is compared with, in the same unit
     * @return the rounded figure with the word of the unit
     */
    public static LocalizedText of(BigDecimal value, String unit, BigDecimal... heldAgainst) {
        return text(value, unit, true, heldAgainst);
    }

    private static LocalizedText text(BigDecimal value, String unit, boolean rounds, BigDecimal... marks) {
        Integer money = unit == null ? null : MONEY.get(unit);
        if (money != null) {
            return money(value, money, rounds, marks);
        }
        String number = plain(rounds ? rounded(value, 0, 0, marks) : value);
        Words words = unit == null ? null : WORDS.get(unit);
        if (words == null) {
            String code = unit == null ? "" : " " + unit;
            return new LocalizedText(number + code, number + code);
        }
        return new LocalizedText(
                number + words.zh(), grouped(number) + " " + (number.equals("1") ? words.one() : words.many()));
    }

    private static LocalizedText money(BigDecimal value, int power, boolean rounds, BigDecimal... marks) {
        // The number of digits before the point, which costs no comparison.
        int digits = value.precision() - value.scale() + power;
        int zh = digits > YI ? YI : digits > WAN ? WAN : 0;
        int en = digits > BILLION ? BILLION : digits > MILLION ? MILLION : 0;
        String chinese = plain(rounds ? rounded(value, power, zh, marks) : value.scaleByPowerOfTen(power - zh));
        String english = plain(rounds ? rounded(value, power, en, marks) : value.scaleByPowerOfTen(power - en));
        return new LocalizedText(
                chinese + (zh == YI ? " 亿元" : zh == WAN ? " 万元" : " 元"),
                grouped(english) + (en == BILLION ? " billion yuan" : en == MILLION ? " million yuan" : " yuan"));
    }

    /** In another size: of a value in units of ten to the one power, in units of ten to the other. */
    private static BigDecimal rounded(BigDecimal value, int from, int to, BigDecimal... marks) {
        BigDecimal scaled = value.scaleByPowerOfTen(from - to);
        for (int decimals = DECIMALS; decimals < scaled.scale(); decimals++) {
            BigDecimal candidate = scaled.setScale(decimals, RoundingMode.HALF_UP);
            if (candidate.signum() == scaled.signum() && keepsItsSide(candidate, scaled, from - to, marks)) {
                return candidate;
            }
        }
        return scaled;
    }

    /** Of the mark as it is, and of the mark rounded in the same way, since both may be read. */
    private static boolean keepsItsSide(BigDecimal candidate, BigDecimal value, int power, BigDecimal... marks) {
        for (BigDecimal each : marks) {
            BigDecimal mark = each.scaleByPowerOfTen(power);
            int side = value.compareTo(mark);
            if (candidate.compareTo(mark) != side) {
                return false;
            }
            if (side != 0 && candidate.compareTo(mark.setScale(candidate.scale(), RoundingMode.HALF_UP)) != side) {
                return false;
            }
        }
        return true;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Commas between groups of three digits before the point. */
    private static String grouped(String number) {
        int point = number.indexOf('.');
        int end = point < 0 ? number.length() : point;
        int start = number.startsWith("-") ? 1 : 0;
        if (end - start <= GROUP) {
            return number;
        }
        StringBuilder grouped = new StringBuilder(number);
        for (int at = end - GROUP; at > start; at -= GROUP) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }
}
