package org.finplan.risk.network.fact;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What is known of a firm, or between firms. All amounts are in yuan. */
public sealed interface Fact {

    /** {@return its kind} */
    FactKind kind();

    /** {@return what makes two facts of a kind and city the same one} */
    String key();

    /** {@return codes of the firms that it is about and that must be known} */
    List<String> firms();

    /** {@return what else it names: whom it may lead to beside {@link #firms()}} */
    default List<String> others() {
        return List.of();
    }

    /**
     * A firm.
     *
     * @param uscc unified social credit code, its check digit right
     * @param name its name
     * @param region code of its region, or {@code outside} of a firm of another city
     * @param trade its trade, or null
     */
    record Company(
            String uscc,
            String name,
            String region,
            @Nullable String trade) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.FIRM;
        }

        @Override
        public String key() {
            return uscc;
        }

        @Override
        public List<String> firms() {
            return List.of(uscc);
        }
    }

    /**
     * What a firm can lose, until the next such fact.
     *
     * @param uscc the firm
     * @param on first day on which it counts, such as that of its balance sheet
     * @param amount equity; zero or less has failed
     * @param externalAssets what it has from outside the network, or null
     */
    record Equity(
            String uscc,
            LocalDate on,
            BigDecimal amount,
            @Nullable BigDecimal externalAssets) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.EQUITY;
        }

        @Override
        public String key() {
            return uscc + "/" + on;
        }

        @Override
        public List<String> firms() {
            return List.of(uscc);
        }
    }

    /**
     * A guarantor of a contract.
     *
     * @param uscc the firm
     * @param share its share of the contract, above 0 to 1, or null when none was agreed
     */
    record Guarantor(String uscc, @Nullable BigDecimal share) {}

    /**
     * A guarantee contract.
     *
     * @param number its number
     * @param form general or joint-and-several
     * @param borrower whose debt it is
     * @param guarantors who stands in for it, together
     * @param creditor to whom, or null
     * @param amount the debt that is outstanding
     * @param cap of a maximum-amount guarantee the most that it covers, or null
     * @param loan number of the loan that it secures, or null
     * @param start first day
     * @param end last day of the contract itself when it was released early, or null
     * @param due when the debt is due, or null when that is not known
     * @param guaranteeUntil agreed last day of the guarantee period, or null
     */
    record Guarantee(
            String number,
            GuaranteeForm form,
            String borrower,
            List<Guarantor> guarantors,
            @Nullable String creditor,
            BigDecimal amount,
            @Nullable BigDecimal cap,
            @Nullable String loan,
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable LocalDate due,
            @Nullable LocalDate guaranteeUntil)
            implements Fact {

        private static final int MONTHS_WHEN_NOTHING_AGREED = 6;

        public Guarantee {
            guarantors = List.copyOf(guarantors);
        }

        @Override
        public FactKind kind() {
            return FactKind.GUARANTEE;
        }

        @Override
        public String key() {
            return number;
        }

        @Override
        public List<String> firms() {
            return Stream.concat(Stream.of(borrower), guarantors.stream().map(Guarantor::uscc))
                    .toList();
        }

        /** {@return what is at stake: of a maximum-amount guarantee the lesser of cap and debt (Civil Code, article 690)} */
        public BigDecimal exposure() {
            return cap == null ? amount : cap.min(amount);
        }

        /**
         * The last day on which it counts. The guarantee period is the agreed one; when none was agreed, or one that ends with the
         * debt or before it, six months after the debt is due (Civil Code, article 692).
         *
         * @return the day, or null when neither a due date nor an end is known
         */
        @Nullable
        public LocalDate lastDay() {
            LocalDate period = guaranteeUntil;
            if (due != null && (guaranteeUntil == null || !guaranteeUntil.isAfter(due))) {
                period = due.plusMonths(MONTHS_WHEN_NOTHING_AGREED);
            }
            return end == null || (period != null && period.isBefore(end)) ? period : end;
        }
    }

    /**
     * A loan or a payable.
     *
     * @param kind which of the two
     * @param number its number
     * @param debtor who owes
     * @param creditor to whom: a firm of the facts, or a lender or firm outside of them
     * @param amount what is outstanding
     * @param security of a loan how it is secured, else null
     * @param start first day
     * @param end last day, or null when it goes on
     */
    record Debt(
            FactKind kind,
            String number,
            String debtor,
            String creditor,
            BigDecimal amount,
            @Nullable LoanSecurity security,
            LocalDate start,
            @Nullable LocalDate end)
            implements Fact {
        @Override
        public String key() {
            return number;
        }

        @Override
        public List<String> firms() {
            return List.of(debtor);
        }

        @Override
        public List<String> others() {
            return List.of(creditor);
        }
    }

    /**
     * What a firm did not pay.
     *
     * @param uscc the firm
     * @param type wages, taxes, interest or fees
     * @param start since when
     * @param end last day, or null when it goes on
     * @param amount how much, or null
     */
    record Arrears(
            String uscc,
            ArrearsType type,
            LocalDate start,
            @Nullable LocalDate end,
            @Nullable BigDecimal amount) implements Fact {
        @Override
        public FactKind kind() {
            return FactKind.ARREARS;
        }

        @Override
        public String key() {
            return uscc + "/" + type.code() + "/" + start;
        }

        @Override
        public List<String> firms() {
            return List.of(uscc);
        }
    }

    /**
     * Whether a day lies within a time.
     *
     * @param start first day
     * @param last last day, or null
     * @param day the day
     * @return whether it does
     */
    static boolean isWithin(LocalDate start, @Nullable LocalDate last, LocalDate day) {
        return !start.isAfter(day) && (last == null || !last.isBefore(day));
    }
}
