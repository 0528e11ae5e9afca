/** What institutions are asked to report, since rules in force wait for it. */
package org.finplan.risk.reportrequest;
