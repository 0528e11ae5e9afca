/** Whether what the tables of a plan package mean fits together. */
package org.finplan.platform.plan.check;
