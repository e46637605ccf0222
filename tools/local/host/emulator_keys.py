"""Tells the conditions of policies which partition a request is about, as AWS does (`dynamodb:LeadingKeys`, Amazon
DynamoDB developer guide, "Using IAM policy conditions for fine-grained access control"). Requests about one item only:
what a transaction's condition would be told is not told, so that a condition which asks for a key refuses it."""

import json

from ministack.core import iam_actions

# Partition key of every table of the product: functions/store/table.contract.ts.
PARTITION_KEY = "pk"

told_before = iam_actions.dynamodb_service_context


def told(body):
    context = told_before(body)
    try:
        request = json.loads(body or b"{}")
        item = request.get("Key") or request.get("Item") or {}
        key = item.get(PARTITION_KEY, {}).get("S")
    except (AttributeError, TypeError, ValueError):
        return context
    return context if key is None else {**context, "dynamodb:LeadingKeys": [key]}


iam_actions.dynamodb_service_context = told
