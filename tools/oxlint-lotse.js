'use strict';

/**
 * Lint rules of this project that oxlint does not bring along.
 * Each is shown to fire by a planted violation in test/architecture/lint.spec.ts: a plugin that throws
 * would otherwise pass unnoticed.
 */

const SETTING = /\bset_config\s*\(/i;
const LOCAL_SETTING = /\bset_config\s*\(\s*[^,]+,\s*[^,]+,\s*true\s*\)/i;

/** `x as unknown as T` switches the type checker off; say what the type is instead. */
const noDoubleAssertion = {
  create: (context) => ({
    TSAsExpression(node) {
      if (
        node.expression.type === 'TSAsExpression' &&
        node.expression.typeAnnotation.type === 'TSUnknownKeyword'
      ) {
        context.report({
          node,
          message: 'Narrow with a guard or say the type: `as unknown as` switches the checker off.',
        });
      }
    },
  }),
};

/** `export * from` hides what a package offers; an index lists its names one by one. */
const namedReExports = {
  create: (context) => ({
    ExportAllDeclaration(node) {
      context.report({ node, message: 'List the exported names one by one instead of `export *`.' });
    },
  }),
};

/** The function a node stands in, when that function is the callback of `something.transaction(…)`. */
function enclosingTransaction(node) {
  for (let current = node.parent; current; current = current.parent) {
    const isFunction = current.type === 'ArrowFunctionExpression' || current.type === 'FunctionExpression';
    const call = current.parent;
    if (
      isFunction &&
      call?.type === 'CallExpression' &&
      call.arguments.includes(current) &&
      call.callee.type === 'MemberExpression' &&
      call.callee.property.name === 'transaction'
    ) {
      return { callback: current, owner: call.callee.object };
    }
  }
  return undefined;
}

const textOf = (node) =>
  node.type === 'TemplateLiteral'
    ? node.quasis.map((quasi) => quasi.value.raw).join('?')
    : String(node.value);

/**
 * `set_config('…', …, true)` stands first in the callback of a transaction and goes through that callback's
 * own manager. Anywhere else the setting would outlive its transaction and reach the connection's next user.
 */
const transactionSettings = {
  create(context) {
    const check = (node) => {
      const text = textOf(node);
      if (!SETTING.test(text)) return;
      if (!LOCAL_SETTING.test(text)) {
        context.report({
          node,
          message: 'set_config needs `true` as its third argument: local to the transaction.',
        });
      }
      const query = node.parent;
      const receiver =
        query?.type === 'CallExpression' && query.callee.type === 'MemberExpression'
          ? query.callee.object
          : undefined;
      const transaction = enclosingTransaction(node);
      const manager = transaction?.callback.params[0];
      if (!transaction || receiver?.type !== 'Identifier' || receiver.name !== manager?.name) {
        context.report({
          node,
          message: "set_config belongs in the callback of a transaction, through that transaction's manager.",
        });
        return;
      }
      const { body } = transaction.callback;
      const first = body.type === 'BlockStatement' ? body.body[0] : body;
      if (first && !(first.range[0] <= node.range[0] && node.range[1] <= first.range[1])) {
        context.report({ node, message: 'set_config is the first statement of its transaction.' });
      }
    };
    /** `dataSource.query(…)` inside `dataSource.transaction(…)` runs on another connection. */
    const checkCall = (node) => {
      if (node.callee.type !== 'MemberExpression') return;
      const receiver = context.sourceCode.getText(node.callee.object);
      const owner = enclosingTransaction(node)?.owner;
      if (owner && context.sourceCode.getText(owner) === receiver) {
        context.report({
          node,
          message: `Use the transaction's own manager here: ${receiver} is another connection.`,
        });
      }
    };
    return { Literal: check, TemplateLiteral: check, CallExpression: checkCall };
  },
};

module.exports = {
  meta: { name: 'lotse' },
  rules: {
    'no-double-assertion': noDoubleAssertion,
    'named-re-exports': namedReExports,
    'transaction-settings': transactionSettings,
  },
};
