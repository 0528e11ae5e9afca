package org.finplan.platform.testing.library.loan;

import org.finplan.platform.testing.library.Table;

/** An entity on a table of its own package. */
@Table(name = "loan")
public class Loan {}
