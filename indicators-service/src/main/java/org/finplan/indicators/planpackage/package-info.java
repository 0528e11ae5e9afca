/** Publishing versions of plan packages while the suite runs: what one would do, and what each did. */
package org.finplan.indicators.planpackage;
