package org.finplan.platform.testing.library.loan;

import org.finplan.platform.testing.library.Table;

/** An entity on a table of another package. */
@Table(name = "book")
public class LoanedBook {}
