/** Brings the figures and targets of the plan packages into the database when the service starts. */
package org.finplan.indicators.loading;
