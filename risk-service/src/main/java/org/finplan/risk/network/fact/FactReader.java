package org.finplan.risk.network.fact;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.finplan.platform.identifier.UnifiedCreditCode;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.risk.institution.InstitutionError;
import org.finplan.risk.network.fact.Fact.Guarantor;
import org.finplan.risk.network.snapshot.NetworkError;

/** Reads a fact from its fields, which come from a table, from JSON or from the database, and names each field that is wrong. */
final class FactReader {

    /** A firm that lies in no region of the city. */
    static final String OUTSIDE = "outside";

    private static final int LONGEST = 200;
    private static final int MOST_GUARANTORS = 50;
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,16}(?:\\.[0-9]{1,10})?");
    private static final List<String> USCC = List.of("[0-9A-HJ-NPQRTUWXY]{18}");
    private static final List<String> DAY = List.of("2026-06-30");

    private final FactKind kind;
    private final Map<String, String> fields;
    private final Predicate<String> regions;
    private final List<FieldFault> faults = new ArrayList<>();

    private FactReader(FactKind kind, Map<String, String> fields, Predicate<String> regions) {
        this.kind = kind;
        this.fields = fields;
        this.regions = regions;
    }

    /**
     * What was read.
     *
     * @param fact the fact, or null when there are faults
     * @param faults what is wrong, empty when nothing is
     */
    record Read(@Nullable Fact fact, List<FieldFault> faults) {}

    /**
     * Reads a fact.
     *
     * @param kind its kind
     * @param fields its fields by name; blank ones count as absent
     * @param regions whether a code is that of a region of the city
     */
    static Read read(FactKind kind, Map<String, String> fields, Predicate<String> regions) {
        FactReader reader = new FactReader(kind, fields, regions);
        reader.checkNames();
        Fact fact = reader.fact();
        return new Read(reader.faults.isEmpty() ? fact : null, List.copyOf(reader.faults));
    }

    private void checkNames() {
        for (String field : fields.keySet()) {
            if (!kind.has(field)) {
                List<String> accepted = new ArrayList<>(kind.needed());
                accepted.addAll(kind.possible());
                fault(field, text(field), FactError.NOT_OF_KIND, accepted);
            }
        }
        for (String field : kind.needed()) {
            if (text(field) == null) {
                fault(field, null, FactError.REQUIRED, List.of());
            }
        }
    }

    private Fact fact() {
        return switch (kind) {
            case FIRM -> new Fact.Company(uscc("uscc"), words("name"), region(), words("trade"));
            case EQUITY ->
                new Fact.Equity(uscc("uscc"), day("on"), amount("amount", true), amount("externalAssets", false));
            case GUARANTEE -> guarantee();
            case LOAN, PAYABLE -> debt();
            case ARREARS ->
                new Fact.Arrears(
                        uscc("uscc"),
                        code("type", ArrearsType::find, ArrearsType.CODES),
                        day("start"),
                        notBefore("end", "start"),
                        amount("amount", false));
        };
    }

    private Fact guarantee() {
        String borrower = uscc("borrower");
        List<Guarantor> guarantors = guarantors();
        for (Guarantor guarantor : guarantors) {
            if (guarantor.uscc().equals(borrower)) {
                fault("guarantors", borrower, NetworkError.SELF_EDGE, List.of());
            }
        }
        GuaranteeForm form = code("form", GuaranteeForm::find, GuaranteeForm.CODES);
        return new Fact.Guarantee(
                words("number"),
                form == null ? GuaranteeForm.GENERAL : form,
                borrower,
                guarantors,
                words("creditor"),
                amount("amount", false),
                amount("cap", false),
                words("loan"),
                day("start"),
                notBefore("end", "start"),
                notBefore("due", "start"),
                notBefore("guaranteeUntil", "start"));
    }

    private Fact debt() {
        String debtor = uscc("debtor");
        String creditor = words("creditor");
        if (creditor != null && creditor.equals(debtor)) {
            fault("creditor", creditor, NetworkError.SELF_EDGE, List.of());
        }
        return new Fact.Debt(
                kind,
                words("number"),
                debtor,
                creditor,
                amount("amount", false),
                code("security", LoanSecurity::find, LoanSecurity.CODES),
                day("start"),
                notBefore("end", "start"));
    }

    /** Codes with semicolons between them, each with its share behind a colon or none with one. */
    private List<Guarantor> guarantors() {
        String text = text("guarantors");
        if (text == null) {
            return List.of();
        }
        List<Guarantor> read = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (String part : text.split(";", -1)) {
            String[] halves = part.strip().split(":", -1);
            BigDecimal share = halves.length == 2 && DECIMAL.matcher(halves[1]).matches()
                    ? new BigDecimal(halves[1]).stripTrailingZeros()
                    : null;
            if (!isCode(halves[0])) {
                fault("guarantors", part, InstitutionError.INVALID_USCC, USCC);
            } else if (halves.length > 2
                    || (halves.length == 2 && (share == null || share.signum() <= 0))
                    || !seen.add(halves[0])) {
                fault("guarantors", part, NetworkError.JOINT_CONTRACT, List.of("USCC;USCC", "USCC:0.6;USCC:0.4"));
            }
            sum = share == null ? sum : sum.add(share);
            read.add(new Guarantor(halves[0], share));
        }
        long shares = read.stream().filter(one -> one.share() != null).count();
        if ((shares > 0 && shares < read.size())
                || sum.compareTo(BigDecimal.ONE) > 0
                || read.size() > MOST_GUARANTORS) {
            fault("guarantors", text, NetworkError.JOINT_CONTRACT, List.of("1.." + MOST_GUARANTORS, "0..1"));
        }
        return read;
    }

    private static boolean isCode(String text) {
        return UnifiedCreditCode.hasForm(text) && UnifiedCreditCode.isChecked(text);
    }

    @Nullable
    private String uscc(String field) {
        String text = text(field);
        if (text != null && !isCode(text)) {
            fault(field, text, InstitutionError.INVALID_USCC, USCC);
        }
        return text;
    }

    @Nullable
    private String region() {
        String text = text("region");
        if (text != null && !text.equals(OUTSIDE) && !regions.test(text)) {
            fault("region", text, FactError.INVALID, List.of(OUTSIDE));
        }
        return text;
    }

    @Nullable
    private String words(String field) {
        String text = text(field);
        if (text != null && text.length() > LONGEST) {
            fault(field, text.substring(0, LONGEST), FactError.INVALID, List.of("1.." + LONGEST));
        }
        return text;
    }

    @Nullable
    private LocalDate day(String field) {
        String text = text(field);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            fault(field, text, FactError.INVALID, DAY);
            return null;
        }
    }

    @Nullable
    private LocalDate notBefore(String field, String other) {
        LocalDate day = day(field);
        String first = text(other);
        if (day != null && first != null && day.toString().compareTo(first) < 0) {
            fault(field, day.toString(), InstitutionError.DATES_CONTRADICT, List.of(first + "/.."));
        }
        return day;
    }

    /** In yuan. */
    @Nullable
    private BigDecimal amount(String field, boolean below) {
        String text = text(field);
        Optional<MoneyUnit> unit = MoneyUnit.find(text("unit"));
        if (unit.isEmpty() && field.equals("amount")) {
            fault("unit", text("unit"), FactError.INVALID, MoneyUnit.ACCEPTED);
        }
        if (text == null || unit.isEmpty()) {
            return null;
        }
        BigDecimal yuan = DECIMAL.matcher(text).matches() ? unit.get().yuan(new BigDecimal(text)) : null;
        if (yuan == null || yuan.abs().compareTo(LARGEST) > 0 || (!below && yuan.signum() < 0)) {
            fault(field, text, FactError.INVALID, List.of(below ? "-1e15..1e15" : "0..1e15"));
        }
        return yuan;
    }

    @Nullable
    private <T> T code(String field, Function<String, Optional<T>> find, List<String> accepted) {
        String text = text(field);
        Optional<T> found = text == null ? Optional.empty() : find.apply(text);
        if (text != null && found.isEmpty()) {
            fault(field, text, FactError.INVALID, accepted);
        }
        return found.orElse(null);
    }

    @Nullable
    private String text(String field) {
        String text = fields.get(field);
        return text == null || text.isBlank() ? null : text.strip();
    }

    private void fault(String field, @Nullable String value, ErrorCode code, List<String> accepted) {
        faults.add(new FieldFault(field, value, code, accepted));
    }
}
