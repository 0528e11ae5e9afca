/** Lists as CSV, for spreadsheets. */
package org.finplan.platform.web.sheet;
